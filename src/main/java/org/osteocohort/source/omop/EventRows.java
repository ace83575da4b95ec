package org.osteocohort.source.omop;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.source.CanonicalColumns;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.UnmappedDrugs;
import org.osteocohort.source.drug.DrugRouteWords;
import org.osteocohort.source.drug.DrugStrength;
import org.osteocohort.source.files.ExtractTables;

/** Canonical rows from OMOP's event tables. */
final class EventRows {
    private final String site;
    private final CodeJudge judge;

    EventRows(String site, CodeJudge judge) {
        this.site = site;
        this.judge = judge;
    }

    /** The table's events that a code set row speaks for. */
    Dataset<Row> of(EventTable table, Dataset<Row> rows) {
        // The code first: it drops nearly every row, and what follows then costs little.
        Dataset<Row> relevant = judge.relevant(table, rows);
        Map<String, Column> values = new HashMap<>(common(table));
        values.putAll(own(table));
        Column event = CanonicalColumns.part(CanonicalRows.EVENT_TYPE, values);
        Column patient = PersonRows.patientId(site);
        if (table != EventTable.DRUG) {
            return CanonicalColumns.rows(relevant, site, patient, CanonicalRows.EVENT, event);
        }
        Column unmapped = col(CodeJudge.UNMAPPED);
        return CanonicalColumns.rows(
                relevant,
                when(not(unmapped), patient),
                CanonicalRows.EVENT,
                event,
                CanonicalColumns.origin(site),
                when(unmapped, UnmappedDrugs.fault(table.concept())).otherwise(col(ExtractTables.FAULT)),
                not(unmapped).and(col(ExtractTables.USABLE)));
    }

    private static Map<String, Column> common(EventTable table) {
        return Map.of(
                "domain", lit(table.domain().name()),
                "date", col(table.date()),
                "vocabulary", judged("vocabulary"),
                "code", judged("code"),
                "matched_by", judged("matched_by"),
                "resolution", judged("resolution"),
                "visit_id", col(EventTable.VISIT_ID),
                "inpatient", lit(false),
                "source_id", coalesce(col(table.id()), lit("")));
    }

    private Map<String, Column> own(EventTable table) {
        return switch (table) {
            case CONDITION -> {
                Column type = col(table.typeConcept());
                Object[] inpatientTypes = OmopConcepts.INPATIENT_CONDITION_TYPES.toArray();
                yield Map.of("inpatient", coalesce(type.isin(inpatientTypes), lit(false)));
            }
            case DRUG -> drug(table);
            case PROCEDURE -> Map.of();
            case MEASUREMENT, OBSERVATION ->
                Map.of(
                        "value", col(EventTable.VALUE),
                        "unit", coalesce(col(EventTable.UNIT_TEXT), judge.unitCode(col(EventTable.UNIT_CONCEPT))));
        };
    }

    private Map<String, Column> drug(EventTable table) {
        UDF1<Long, String> kind = type -> OmopConcepts.recordKind(type).name();
        UDF1<String, Double> strength = name -> DrugStrength.milligrams(name).orElse(null);
        return Map.of(
                "end_date", col(EventTable.END_DATE),
                "record_kind", udf(kind, DataTypes.StringType).apply(col(table.typeConcept())),
                "route", route(table),
                "days_supply", col(EventTable.DAYS_SUPPLY).try_cast(DataTypes.IntegerType),
                "quantity", col(EventTable.QUANTITY),
                "strength_milligrams",
                        coalesce(
                                judged("strength_milligrams"),
                                udf(strength, DataTypes.DoubleType).apply(col(table.sourceValue()))));
    }

    /** What was recorded as the route comes before what the product's dose form tells. */
    private Column route(EventTable table) {
        UDF1<String, String> written =
                text -> DrugRouteWords.route(text).map(DrugRoute::name).orElse(null);
        UDF1<String, String> form =
                name -> DrugRouteWords.doseForm(name).map(DrugRoute::name).orElse(null);
        return coalesce(
                judge.routeName(col(EventTable.ROUTE_CONCEPT)),
                udf(written, DataTypes.StringType).apply(col(EventTable.ROUTE_TEXT)),
                judged("form_route"),
                udf(form, DataTypes.StringType).apply(col(table.sourceValue())),
                lit(DrugRoute.UNKNOWN.name()));
    }

    private static Column judged(String field) {
        return col(CodeJudge.JUDGED + "." + field);
    }
}
