package org.osteocohort.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.files.ExtractTables;

/** Canonical rows about a person and their time, from tables that name the person in the same column. */
public final class PersonParts {
    private final String site;
    private final String person;

    /** @param person the column with the source's own identifier */
    public PersonParts(String site, String person) {
        this.site = site;
        this.person = person;
    }

    /** {@code <site>:<source id>}; null for a row of nobody. */
    public static Column patientId(String site, Column sourceId) {
        return DirectCall.of(new ChildOfSite(site), sourceId);
    }

    /**
     * Patients whose birth date is known to the day, where it is known.
     *
     * @param sex a name of {@link org.osteocohort.ehr.Sex}
     */
    public Dataset<Row> patients(Dataset<Row> rows, Column sex, Column birthDate, Column race, Column ethnicity) {
        Column precision = when(birthDate.isNotNull(), DatePrecision.DAY.name());
        Column patient = CanonicalColumns.part(
                CanonicalRows.PATIENT_TYPE,
                Map.of(
                        "site", lit(site),
                        "subject_id", col(person),
                        "sex", sex,
                        "birth_date", birthDate,
                        "birth_date_precision", precision,
                        "race", race,
                        "ethnicity", ethnicity));
        return rows(rows, CanonicalRows.PATIENT, patient);
    }

    public Dataset<Row> observationPeriods(Dataset<Row> rows, Column start, Column end) {
        Column period = CanonicalColumns.part(CanonicalRows.OBSERVATION_TYPE, Map.of("start", start, "end", end));
        return rows(rows, CanonicalRows.OBSERVATION, period);
    }

    /** Times of care, which bound the observation of children of whom the source files no time of observation. */
    public Dataset<Row> contacts(Dataset<Row> rows, Column start, Column end) {
        Column last = coalesce(when(end.geq(start), end), start);
        Column contact = CanonicalColumns.part(
                CanonicalRows.OBSERVATION_TYPE, Map.of("start", start, "end", last, "contact", lit(true)));
        return rows(rows, CanonicalRows.OBSERVATION, contact);
    }

    /**
     * Visits of the wanted kinds only: most visits of an extract say nothing that any rule asks. Rows that nobody can
     * read are told with the {@link #contacts} of the same table where there are such, and else here.
     *
     * @param kind a name of {@link VisitKind}
     */
    public Dataset<Row> visits(
            Dataset<Row> rows,
            Column id,
            Column kind,
            Column start,
            Column end,
            Set<VisitKind> wanted,
            boolean withContacts) {
        Column visit = CanonicalColumns.part(
                CanonicalRows.VISIT_TYPE, Map.of("visit_id", id, "kind", kind, "start", start, "end", end));
        Object[] names = wanted.stream().map(VisitKind::name).toArray();
        Column told = lit(!withContacts).and(col(ExtractTables.UNREADABLE));
        return rows(rows.filter(kind.isin(names).or(told)), CanonicalRows.VISIT, visit);
    }

    public Dataset<Row> deaths(Dataset<Row> rows, Column date) {
        return rows(rows, CanonicalRows.DEATH_DATE, date);
    }

    private Dataset<Row> rows(Dataset<Row> table, String part, Column value) {
        return CanonicalColumns.rows(table, site, patientId(site, col(person)), part, value);
    }
}
