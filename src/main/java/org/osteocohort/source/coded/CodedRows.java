package org.osteocohort.source.coded;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.CanonicalColumns;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.PersonParts;
import org.osteocohort.source.UnmappedDrugs;
import org.osteocohort.source.drug.DrugRouteCodes;
import org.osteocohort.source.drug.DrugRouteWords;
import org.osteocohort.source.drug.DrugStrength;
import org.osteocohort.source.files.ExtractTables;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;
import org.osteocohort.source.vocabulary.JudgedRow;

/** Canonical events from rows that write a code and name its vocabulary. */
public final class CodedRows {
    private static final String JUDGED = "judged";
    private static final StructType JUDGED_TYPE = JudgedRow.TYPE.add("unmapped", DataTypes.BooleanType);
    private static final int UNMAPPED = JudgedRow.TYPE.length();

    private final String site;
    private final Broadcast<WrittenCodes> codes;

    /** Sends what the codes stand for to the executors. */
    public CodedRows(SparkSession spark, String site, CodeBook book) {
        this.site = site;
        this.codes = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new WrittenCodes(book));
    }

    /**
     * The rows that a code set row speaks for, as events; and those that nobody can read, as faults.
     *
     * @param rows of a table that {@link ExtractTables} read
     * @param told where each fact stands in the rows; at least the patient and the domain
     * @param codeColumn of a table of drugs, in which codes that nobody knows are counted; null for another table
     */
    public Dataset<Row> events(Dataset<Row> rows, Map<CodedColumn, Column> told, String codeColumn) {
        Stream<Column> facts = Arrays.stream(CodedColumn.values())
                .map(column ->
                        told.getOrDefault(column, lit(null)).cast(column.type()).as(column.column()));
        Stream<Column> place = ExtractTables.ABOUT_THE_ROW.stream().map(name -> col(quoted(name)));
        Column unreadable = col(quoted(ExtractTables.UNREADABLE));
        // The code first: it drops nearly every row, and what follows then costs little.
        Dataset<Row> relevant = rows.select(Stream.concat(facts, place).toArray(Column[]::new))
                .withColumn(JUDGED, judgement())
                .filter(col(JUDGED).isNotNull().or(unreadable));
        Column event = CanonicalColumns.part(
                CanonicalRows.EVENT_TYPE,
                Map.ofEntries(
                        Map.entry("domain", fact(CodedColumn.DOMAIN)),
                        Map.entry("date", fact(CodedColumn.DATE)),
                        Map.entry("end_date", fact(CodedColumn.END_DATE)),
                        Map.entry("vocabulary", judged("vocabulary")),
                        Map.entry("code", judged("code")),
                        Map.entry("matched_by", judged("matched_by")),
                        Map.entry("resolution", judged("resolution")),
                        Map.entry("visit_id", fact(CodedColumn.VISIT_ID)),
                        Map.entry("inpatient", coalesce(fact(CodedColumn.INPATIENT), lit(false))),
                        Map.entry("record_kind", fact(CodedColumn.RECORD_KIND)),
                        Map.entry("route", whenDrug(route())),
                        Map.entry("days_supply", fact(CodedColumn.DAYS_SUPPLY).try_cast(DataTypes.IntegerType)),
                        Map.entry("quantity", fact(CodedColumn.QUANTITY)),
                        Map.entry("strength_milligrams", whenDrug(strength())),
                        Map.entry("value", fact(CodedColumn.VALUE)),
                        Map.entry("unit", fact(CodedColumn.UNIT)),
                        Map.entry("source_id", coalesce(fact(CodedColumn.SOURCE_ID), lit("")))));
        Column patient = PersonParts.patientId(site, fact(CodedColumn.PATIENT));
        Column unmapped = coalesce(judged("unmapped"), lit(false)).and(not(unreadable));
        return CanonicalColumns.rows(
                relevant,
                when(not(unmapped), patient),
                CanonicalRows.EVENT,
                event,
                CanonicalColumns.origin(site),
                when(unmapped, UnmappedDrugs.fault(codeColumn)).otherwise(col(quoted(ExtractTables.FAULT))),
                not(unmapped).and(col(quoted(ExtractTables.USABLE))));
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }

    private Column judgement() {
        Broadcast<WrittenCodes> carried = codes;
        UDF7<String, String, String, Integer, String, String, String, Row> judged =
                (domain, vocabulary, code, day, localCode, localName, drugName) -> row(
                        carried.value(),
                        new WrittenCodes.Written(
                                EventDomain.valueOf(domain),
                                vocabulary == null ? null : Vocabulary.valueOf(vocabulary),
                                code,
                                day == null ? null : LocalDate.ofEpochDay(day),
                                localCode,
                                localName,
                                drugName));
        return udf(judged, JUDGED_TYPE)
                .apply(
                        fact(CodedColumn.DOMAIN),
                        fact(CodedColumn.VOCABULARY),
                        fact(CodedColumn.CODE),
                        unix_date(fact(CodedColumn.DATE)),
                        fact(CodedColumn.LOCAL_CODE),
                        fact(CodedColumn.LOCAL_NAME),
                        fact(CodedColumn.DRUG_NAME));
    }

    private static Row row(WrittenCodes codes, WrittenCodes.Written written) {
        Optional<JudgedCode> judged = codes.judge(written);
        if (judged.isEmpty() && codes.isUnmappedDrug(written)) {
            return row(new Object[UNMAPPED], true);
        }
        return judged.map(code -> row(JudgedRow.values(code), false)).orElse(null);
    }

    private static Row row(Object[] judged, boolean unmapped) {
        Object[] values = Arrays.copyOf(judged, UNMAPPED + 1);
        values[UNMAPPED] = unmapped;
        return RowFactory.create(values);
    }

    /** What was recorded as the route comes before what the product's dose form tells. */
    private static Column route() {
        UDF1<String, String> written = text -> DrugRouteCodes.route(text)
                .or(() -> DrugRouteWords.route(text))
                .map(DrugRoute::name)
                .orElse(null);
        UDF1<String, String> form =
                name -> DrugRouteWords.doseForm(name).map(DrugRoute::name).orElse(null);
        return coalesce(
                udf(written, DataTypes.StringType).apply(fact(CodedColumn.ROUTE)),
                judged("form_route"),
                udf(form, DataTypes.StringType).apply(fact(CodedColumn.DRUG_NAME)),
                lit(DrugRoute.UNKNOWN.name()));
    }

    private static Column strength() {
        UDF1<String, Double> named = name -> DrugStrength.milligrams(name).orElse(null);
        return coalesce(
                fact(CodedColumn.STRENGTH_MILLIGRAMS),
                judged("strength_milligrams"),
                udf(named, DataTypes.DoubleType).apply(fact(CodedColumn.DRUG_NAME)));
    }

    private static Column whenDrug(Column value) {
        return when(fact(CodedColumn.DOMAIN).equalTo(EventDomain.DRUG.name()), value);
    }

    private static Column fact(CodedColumn column) {
        return col(column.column());
    }

    private static Column judged(String field) {
        return col(JUDGED + "." + field);
    }
}
