package org.osteocohort.source.pcornet;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
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
import org.osteocohort.source.files.ExtractTables;
import org.osteocohort.source.files.TableColumn;
import org.osteocohort.source.files.TableShape;

/** Canonical rows from PCORnet's tables about a person and their time. */
final class PersonTables {
    static final String PERSON = "patid";
    static final String ENCOUNTER_TYPE = "enc_type";

    static final TableShape DEMOGRAPHIC = shape(
            "demographic",
            filled(PERSON, IDENTIFIER),
            required("birth_date", DATE),
            required("sex", TEXT),
            optional("hispanic", TEXT),
            optional("race", TEXT));
    static final TableShape ENROLLMENT = shape(
            "enrollment",
            filled(PERSON, IDENTIFIER),
            filled("enr_start_date", DATE),
            filled("enr_end_date", DATE),
            optional("enr_basis", TEXT));
    static final TableShape ENCOUNTER = shape(
            "encounter",
            filled("encounterid", IDENTIFIER),
            filled(PERSON, IDENTIFIER),
            filled("admit_date", DATE),
            optional("discharge_date", DATE),
            required(ENCOUNTER_TYPE, TEXT));
    static final TableShape DEATH = shape("death", filled(PERSON, IDENTIFIER), filled("death_date", DATE));

    /** Coverage of outpatient prescriptions only: nobody would know of a fracture. */
    private static final String DRUG_COVERAGE = "D";

    private final PersonParts parts;

    PersonTables(String site) {
        this.parts = new PersonParts(site, PERSON);
    }

    static TableShape shape(String name, TableColumn... columns) {
        return new TableShape(name, List.of(columns), List.of(), true);
    }

    Dataset<Row> patients(Dataset<Row> demographic) {
        return parts.patients(demographic, sex(), col("birth_date"), race(), ethnicity());
    }

    /** Enrolment by insurance, by place, by algorithm and by encounters; not that of a pharmacy benefit alone. */
    Dataset<Row> enrollment(Dataset<Row> enrollment) {
        Column basis = coalesce(upper(col("enr_basis")), lit(""));
        return parts.observationPeriods(
                enrollment.filter(basis.notEqual(DRUG_COVERAGE).or(col(ExtractTables.UNREADABLE))),
                col("enr_start_date"),
                col("enr_end_date"));
    }

    /** For extracts without enrolment, whose observation goes from the first encounter to the last. */
    Dataset<Row> contacts(Dataset<Row> encounter) {
        return parts.contacts(encounter, col("admit_date"), col("discharge_date"));
    }

    /** @param withContacts whether {@link #contacts} of the same table are read too */
    Dataset<Row> visits(Dataset<Row> encounter, Set<VisitKind> wanted, boolean withContacts) {
        return parts.visits(
                encounter,
                col("encounterid"),
                visitKind(),
                col("admit_date"),
                col("discharge_date"),
                wanted,
                withContacts);
    }

    Dataset<Row> deaths(Dataset<Row> death) {
        return parts.deaths(death, col("death_date"));
    }

    private static Column sex() {
        Column sex = upper(col("sex"));
        return when(sex.equalTo("M"), Sex.MALE.name())
                .when(sex.equalTo("F"), Sex.FEMALE.name())
                .otherwise(Sex.UNKNOWN.name());
    }

    /** Several races, refused and unknown are no category of the strata, as with OMOP. */
    private static Column race() {
        // Spreadsheets and numeric columns lose the leading zero.
        Column race = lpad(col("race"), 2, "0");
        return when(race.equalTo("01"), CensusCategories.NATIVE_AMERICAN)
                .when(race.equalTo("02"), CensusCategories.ASIAN)
                .when(race.equalTo("03"), CensusCategories.BLACK)
                .when(race.equalTo("04"), CensusCategories.PACIFIC_ISLANDER)
                .when(race.equalTo("05"), CensusCategories.WHITE);
    }

    private static Column ethnicity() {
        Column hispanic = upper(col("hispanic"));
        return when(hispanic.equalTo("Y"), CensusCategories.HISPANIC)
                .when(hispanic.equalTo("N"), CensusCategories.NOT_HISPANIC);
    }

    /**
     * A stay that began in the emergency department (EI) is one in hospital, and so is a stay for observation (OS); an
     * institution that is no hospital (IS) is not.
     */
    static Column visitKind() {
        Column type = upper(col(ENCOUNTER_TYPE));
        return when(type.isin("IP", "EI", "OS"), VisitKind.INPATIENT.name())
                .when(type.equalTo("ED"), VisitKind.EMERGENCY.name())
                .when(type.isin("AV", "TH"), VisitKind.OUTPATIENT.name())
                .otherwise(VisitKind.OTHER.name());
    }
}
