package org.osteocohort.source.pcornet;

import static org.apache.spark.sql.functions.col;
import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.coded.CodedColumn;
import org.osteocohort.source.files.TableColumn;

/**
 * DIAGNOSIS, CONDITION and PROCEDURES. Where a diagnosis comes from (DX_SOURCE, DX_ORIGIN) and which is the principal
 * one (PDX) is not read: no rule of the study asks, and what is both ordered and billed is one accident to the fracture
 * rules anyway.
 */
final class DiagnosisTables {
    static final List<TableColumn> DIAGNOSIS = List.of(
            required("dx", TEXT),
            required("dx_type", TEXT),
            filled("dx_date", DATE, "admit_date"),
            optional(PersonTables.ENCOUNTER_TYPE, TEXT));
    /** A problem list tells when a problem began, or else when it was put on the list. */
    static final List<TableColumn> CONDITION = List.of(
            required("condition", TEXT), required("condition_type", TEXT), filled("onset_date", DATE, "report_date"));

    static final List<TableColumn> PROCEDURES =
            List.of(required("px", TEXT), required("px_type", TEXT), filled("px_date", DATE, "admit_date"));

    private DiagnosisTables() {}

    static Map<CodedColumn, Column> diagnosis() {
        CodeTypes types = CodeTypes.diagnoses("dx_type", "dx");
        return Map.of(
                CodedColumn.VOCABULARY, types.vocabulary(),
                CodedColumn.CODE, types.code(),
                CodedColumn.DATE, col("dx_date"),
                CodedColumn.INPATIENT, PersonTables.visitKind().equalTo(VisitKind.INPATIENT.name()));
    }

    static Map<CodedColumn, Column> condition() {
        CodeTypes types = CodeTypes.diagnoses("condition_type", "condition");
        return Map.of(
                CodedColumn.VOCABULARY, types.vocabulary(),
                CodedColumn.CODE, types.code(),
                CodedColumn.DATE, col("onset_date"));
    }

    static Map<CodedColumn, Column> procedures() {
        CodeTypes types = CodeTypes.procedures("px_type", "px");
        return Map.of(
                CodedColumn.VOCABULARY, types.vocabulary(),
                CodedColumn.CODE, types.code(),
                CodedColumn.DATE, col("px_date"));
    }
}
