# Opens a published run in one line: run <- latest_run(OUTPUT). Then run$sql("SELECT ... FROM reports.prevalence").
#
# Reads with the package duckdb where it is installed, else with DuckDB's JDBC driver through rJava; the environment
# variable OSTEOCOHORT_DUCKDB_JAR then names its jar. Nothing is written to the run.

threshold <- 11 # Counts of fewer children do not leave the site; the same number as in the job.

# The last complete run of an output folder; without one that of OSTEOCOHORT_OUTPUT, else the sample's.
latest_run <- function(output = Sys.getenv("OSTEOCOHORT_OUTPUT", "../target/sample-run")) {
  folder <- file.path(output, "runs", trimws(readLines(file.path(output, "latest"), warn = FALSE)))
  execute <- engine()
  for (schema in c("reports", "restricted")) {
    execute(sprintf("CREATE SCHEMA %s", schema))
    for (path in list.files(file.path(folder, schema), full.names = TRUE)) {
      files <- if (dir.exists(path)) file.path(path, "*.parquet") else path
      if (endsWith(files, ".parquet")) {
        table <- tools::file_path_sans_ext(basename(path))
        execute(sprintf("CREATE VIEW %s.%s AS SELECT * FROM '%s'", schema, table, files))
      }
    }
  }
  list(folder = folder, sql = function(query) read(query, execute))
}

# A data frame. A number that is hidden or cannot be told is NA, as its value_status says.
read <- function(query, execute) {
  file <- tempfile(fileext = ".csv")
  kinds <- tempfile(fileext = ".csv")
  on.exit(unlink(c(file, kinds)))
  execute(sprintf("COPY (SELECT column_name, column_type FROM (DESCRIBE %s)) TO '%s' (HEADER)", query, kinds))
  execute(sprintf("COPY (%s) TO '%s' (HEADER, NULLSTR 'NA')", query, file))
  kinds <- read.csv(kinds)
  rows <- read.csv(file, na.strings = "NA", check.names = FALSE)
  for (date in kinds$column_name[kinds$column_type == "DATE"]) {
    rows[[date]] <- as.Date(rows[[date]])
  }
  rows
}

# The frame without the counts of a row of which any is from 1 to threshold - 1: for tables made of restricted data. All
# counts of such a row go, since the others would give the small one away. Show no totals over rows beside them.
hide_small <- function(frame, counts) {
  small <- apply(frame[counts], 1, function(row) any(row > 0 & row < threshold))
  frame[small, counts] <- NA
  frame
}

engine <- function() {
  if (requireNamespace("duckdb", quietly = TRUE)) {
    connection <- DBI::dbConnect(duckdb::duckdb())
    return(function(query) invisible(DBI::dbExecute(connection, query)))
  }
  rJava::.jinit(classpath = Sys.getenv("OSTEOCOHORT_DUCKDB_JAR"))
  driver <- rJava::.jnew("org.duckdb.DuckDBDriver")
  connection <- rJava::.jcall(
    driver, "Ljava/sql/Connection;", "connect", "jdbc:duckdb:", rJava::.jnew("java.util.Properties")
  )
  function(query) {
    statement <- rJava::.jcall(connection, "Ljava/sql/Statement;", "createStatement")
    invisible(rJava::.jcall(statement, "Z", "execute", query))
  }
}
