package org.osteocohort.source.omop;

import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.IDENTIFIER;
import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.ColumnKind.WHOLE;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.util.List;
import org.osteocohort.source.files.TableColumn;
import org.osteocohort.source.files.TableShape;

/** The columns that are read of OMOP's person and time tables; of the event tables see {@link EventTable}. */
final class OmopTables {
    static final String PERSON_ID = "person_id";

    static final TableShape PERSON = new TableShape(
            "person",
            List.of(
                    filled(PERSON_ID, IDENTIFIER),
                    optional("gender_concept_id", WHOLE),
                    optional("gender_source_value", TEXT),
                    optional("year_of_birth", WHOLE),
                    optional("month_of_birth", WHOLE),
                    optional("day_of_birth", WHOLE),
                    optional("birth_datetime", DATE, "birth_date"),
                    optional("race_concept_id", WHOLE),
                    optional("ethnicity_concept_id", WHOLE)),
            List.of("year_of_birth", "birth_datetime", "birth_date"),
            true);

    static final TableShape OBSERVATION_PERIOD = shape(
            "observation_period",
            filled(PERSON_ID, IDENTIFIER),
            filled("observation_period_start_date", DATE, "observation_period_start_datetime"),
            filled("observation_period_end_date", DATE, "observation_period_end_datetime"));

    static final TableShape VISIT_OCCURRENCE = shape(
            "visit_occurrence",
            filled("visit_occurrence_id", IDENTIFIER),
            filled(PERSON_ID, IDENTIFIER),
            required("visit_concept_id", WHOLE),
            optional("visit_source_value", TEXT),
            filled("visit_start_date", DATE, "visit_start_datetime"),
            optional("visit_end_date", DATE, "visit_end_datetime"));

    static final TableShape DEATH =
            shape("death", filled(PERSON_ID, IDENTIFIER), filled("death_date", DATE, "death_datetime"));

    private OmopTables() {}

    private static TableShape shape(String name, TableColumn... columns) {
        return new TableShape(name, List.of(columns), List.of(), true);
    }
}
