"""Opens a published run in one line: osteocohort.latest(OUTPUT).

Reads with the package duckdb where it is installed, else with DuckDB's JDBC driver through JPype; the environment
variable OSTEOCOHORT_DUCKDB_JAR then names its jar. Nothing is written to the run.
"""

import hashlib
import os
import pathlib
import tempfile

import pandas

THRESHOLD = 11  # Counts of fewer children do not leave the site; the same number as in the job.


def latest(output=None):
    """The last complete run of an output folder; without one that of OSTEOCOHORT_OUTPUT, else the sample's."""
    folder = pathlib.Path(output or os.environ.get("OSTEOCOHORT_OUTPUT", "../target/sample-run"))
    return Run(folder / "runs" / (folder / "latest").read_text().strip())


class Run:
    """Tables by name in SQL: reports.prevalence, restricted.cohort, and so on."""

    def __init__(self, folder):
        self.folder = folder
        self._query = _engine()
        self._require_whole()
        for schema in ("reports", "restricted"):
            self._query(f"CREATE SCHEMA IF NOT EXISTS {schema}")
            for path in sorted((folder / schema).iterdir()) if (folder / schema).is_dir() else []:
                files = path / "*.parquet" if path.is_dir() else path
                if files.suffix == ".parquet":
                    self._query(f"CREATE VIEW {schema}.{path.stem} AS SELECT * FROM '{files}'")

    def _require_whole(self):
        """Refuses reports that are not the ones that were published."""
        for line in (self.folder / "reports" / "SHA256SUMS").read_text().splitlines():
            digest, name = line.split(maxsplit=1)
            content = (self.folder / "reports" / name.lstrip("*")).read_bytes()
            if hashlib.sha256(content).hexdigest() != digest:
                raise ValueError(f"reports/{name} is not the file that was published")

    def sql(self, query):
        """A data frame. A number that is hidden or cannot be told is missing, as its value_status says."""
        columns = self._query(f"SELECT column_name, column_type FROM (DESCRIBE {query})")
        dates = [name for name, kind in columns if kind == "DATE"]
        texts = {name: "string" for name, kind in columns if kind == "VARCHAR"}
        with tempfile.TemporaryDirectory() as scratch:
            file = pathlib.Path(scratch) / "rows.csv"
            self._query(f"COPY ({query}) TO '{file}' (HEADER, NULLSTR 'NA')")
            return pandas.read_csv(
                file, dtype=texts, parse_dates=dates, keep_default_na=False, na_values=["NA"]
            )


def hide_small(frame, counts):
    """The frame without the counts of a row of which any is from 1 to THRESHOLD - 1: for tables made of restricted data.

    All counts of such a row go, since the others would give the small one away. Show no totals over rows beside them.
    """
    hidden = frame.copy()
    small = ((frame[counts] > 0) & (frame[counts] < THRESHOLD)).any(axis="columns")
    for column in counts:
        hidden[column] = frame[column].astype("Int64").mask(small)
    return hidden


def _engine():
    try:
        import duckdb

        return lambda query, connection=duckdb.connect(): connection.execute(query).fetchall()
    except ImportError:
        return _jdbc()


def _jdbc():
    import jpype

    if not jpype.isJVMStarted():
        jars = [os.environ["OSTEOCOHORT_DUCKDB_JAR"], "/usr/share/java/org.jpype.jar"]
        jpype.startJVM(classpath=[jar for jar in jars if pathlib.Path(jar).exists()])
    connection = jpype.JClass("org.duckdb.DuckDBDriver")().connect("jdbc:duckdb:", jpype.java.util.Properties())

    def query(text):
        statement = connection.createStatement()
        if not statement.execute(text):
            return []
        results = statement.getResultSet()
        width = results.getMetaData().getColumnCount()
        rows = []
        while results.next():
            rows.append(tuple(str(results.getString(place + 1)) for place in range(width)))
        return rows

    return query
