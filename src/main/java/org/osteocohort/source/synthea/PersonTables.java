package org.osteocohort.source.synthea;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;
import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.IDENTIFIER;
import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CensusCategories;
import org.osteocohort.source.PersonParts;
import org.osteocohort.source.files.TableColumn;
import org.osteocohort.source.files.TableShape;

/** Canonical rows from Synthea's patients and encounters. */
final class PersonTables {
    /** The patient, everywhere but in the table of patients. */
    static final String PATIENT = "patient";

    /** The day on which the last encounter ends, of {@link #lastContacts}. */
    static final String LAST_CONTACT = "last_contact";

    private static final String ID = "id";

    static final TableShape PATIENTS = shape(
            "patients",
            filled(ID, IDENTIFIER),
            required("birthdate", DATE),
            optional("deathdate", DATE),
            required("gender", TEXT),
            optional("race", TEXT),
            optional("ethnicity", TEXT));
    /** The first versions had a date and no class. */
    static final TableShape ENCOUNTERS = shape(
            "encounters",
            filled(ID, IDENTIFIER),
            filled("start", DATE, "date"),
            optional("stop", DATE),
            filled(PATIENT, IDENTIFIER),
            optional("encounterclass", TEXT));

    /** The first versions named the region where a family came from. */
    private static final Object[] HISPANIC = {
        "hispanic", "mexican", "puerto_rican", "cuban", "dominican", "central_american", "south_american"
    };

    private final PersonParts ofPatients;
    private final PersonParts ofEncounters;

    PersonTables(String site) {
        this.ofPatients = new PersonParts(site, ID);
        this.ofEncounters = new PersonParts(site, PATIENT);
    }

    private static TableShape shape(String name, TableColumn... columns) {
        return new TableShape(name, List.of(columns), List.of(), true);
    }

    Dataset<Row> patients(Dataset<Row> patients) {
        return ofPatients.patients(patients, sex(), col("birthdate"), race(), ethnicity());
    }

    Dataset<Row> deaths(Dataset<Row> patients) {
        return ofPatients.deaths(patients.filter(col("deathdate").isNotNull()), col("deathdate"));
    }

    /** Synthea files no time of observation. */
    Dataset<Row> contacts(Dataset<Row> encounters) {
        return ofEncounters.contacts(encounters, col("start"), col("stop"));
    }

    Dataset<Row> visits(Dataset<Row> encounters, Set<VisitKind> wanted) {
        return ofEncounters.visits(encounters, col(ID), visitKind(), col("start"), col("stop"), wanted, true);
    }

    /** One row a patient: the columns {@link #PATIENT} and {@link #LAST_CONTACT}. */
    static Dataset<Row> lastContacts(Dataset<Row> encounters) {
        return encounters
                .groupBy(col(PATIENT))
                .agg(max(coalesce(col("stop"), col("start"))).as(LAST_CONTACT));
    }

    private static Column sex() {
        Column gender = upper(col("gender"));
        return when(gender.equalTo("M"), Sex.MALE.name())
                .when(gender.equalTo("F"), Sex.FEMALE.name())
                .otherwise(Sex.UNKNOWN.name());
    }

    private static Column race() {
        Column race = lower(col("race"));
        return when(race.equalTo("white"), CensusCategories.WHITE)
                .when(race.equalTo("black"), CensusCategories.BLACK)
                .when(race.equalTo("asian"), CensusCategories.ASIAN)
                .when(race.equalTo("native"), CensusCategories.NATIVE_AMERICAN)
                .when(race.equalTo("hawaiian"), CensusCategories.PACIFIC_ISLANDER);
    }

    private static Column ethnicity() {
        Column ethnicity = lower(col("ethnicity"));
        Column hispanic = ethnicity.isin(HISPANIC).or(lower(col("race")).equalTo("hispanic"));
        return when(hispanic, CensusCategories.HISPANIC)
                .when(ethnicity.equalTo("nonhispanic"), CensusCategories.NOT_HISPANIC);
    }

    private static Column visitKind() {
        Column kind = lower(col("encounterclass"));
        return when(kind.equalTo("inpatient"), VisitKind.INPATIENT.name())
                .when(kind.equalTo("emergency"), VisitKind.EMERGENCY.name())
                .when(
                        kind.isin("ambulatory", "outpatient", "wellness", "urgentcare", "virtual"),
                        VisitKind.OUTPATIENT.name())
                .otherwise(VisitKind.OTHER.name());
    }
}
