package org.osteocohort.inspect;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.FaultRule;

/** Counts over the canonical rows of an extract; nothing finer than a code and a year comes to the driver. */
final class ExtractScan {
    private final Dataset<Row> rows;
    private final CodeSets codeSets;

    ExtractScan(Dataset<Row> rows, CodeSets codeSets) {
        this.rows = rows;
        this.codeSets = codeSets;
    }

    /** How many rows of each table the study asks for. */
    Map<String, Long> used() {
        return counted(rows.filter(not(unmapped())).groupBy(col("origin.table")).count());
    }

    /** How many rows are at fault, by table, column and rule. */
    Map<String, Long> faults() {
        Column place = concat_ws(" ", col("origin.table"), col("fault.column"), col("fault.rule"));
        return counted(rows.filter(col("fault").isNotNull().and(not(unmapped())))
                .groupBy(place)
                .count());
    }

    /** How many records of drugs are of one that nobody can tell, by table. */
    Map<String, Long> unmappedDrugs() {
        return counted(rows.filter(unmapped()).groupBy(col("origin.table")).agg(sum(col("fault.rows"))));
    }

    private static Column unmapped() {
        return coalesce(col("fault.rule").equalTo(FaultRule.UNMAPPED_DRUG.label()), lit(false));
    }

    private static Map<String, Long> counted(Dataset<Row> counts) {
        return counts.collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1), Long::sum, TreeMap::new));
    }

    /** The first and the last year of observation and of events, as text; empty when there is no date. */
    String years() {
        Column dates = array(col("observation.start"), col("observation.end"), col("event.date"));
        Row found = rows.select(explode(dates).as("day"))
                .agg(min(year(col("day"))), max(year(col("day"))))
                .head();
        return found.isNullAt(0) ? "" : found.get(0) + " to " + found.get(1);
    }

    List<CodeUse> codes() {
        Dataset<Row> counts = rows.filter(col("event").isNotNull())
                .groupBy(
                        col("origin.table"),
                        col("event.domain"),
                        col("event.vocabulary"),
                        col("event.code"),
                        col("event.matched_by"),
                        col("event.resolution"))
                .agg(count(lit(1)), count(col("event.value")));
        List<CodeUse> codes = new ArrayList<>();
        for (Row row : counts.collectAsList()) {
            CodeKey code = new CodeKey(Vocabulary.valueOf(row.getString(2)), row.getString(3));
            List<CodeKey> matchedBy = row.isNullAt(4)
                    ? List.of()
                    : Arrays.stream(row.getString(4).split(" "))
                            .map(CodeKey::parse)
                            .toList();
            codes.add(new CodeUse(
                    row.getString(0),
                    EventDomain.valueOf(row.getString(1)),
                    code,
                    CodeResolution.valueOf(row.getString(5)),
                    codeSets.match(code, matchedBy),
                    row.getLong(6),
                    row.getLong(7)));
        }
        return codes;
    }

    /** Days on which a child has a fracture code, and those of them with a code that tells the accident. */
    long[] fractureDays(List<CodeUse> codes) {
        Column day = concat_ws(" ", col("patient_id"), col("event.date"));
        Dataset<Row> days = rows.filter(col("event").isNotNull())
                .select(
                        day.as("day"),
                        isOf(codes, Role.Family.FRACTURE).as("fracture"),
                        isOf(codes, Role.Family.TRAUMA).as("trauma"))
                .groupBy(col("day"))
                .agg(max(col("fracture")).as("fracture"), max(col("trauma")).as("trauma"))
                .filter(col("fracture"));
        Row found = days.agg(count(lit(1)), count(when(col("trauma"), 1))).head();
        return new long[] {found.getLong(0), found.getLong(1)};
    }

    private static Column isOf(List<CodeUse> codes, Role.Family family) {
        Set<String> known = codes.stream()
                .filter(code ->
                        code.meaning().stream().anyMatch(row -> row.role().family() == family))
                .map(code -> code.code().vocabulary() + " " + plain(code.code().code()))
                .collect(Collectors.toSet());
        Column written = upper(regexp_replace(col("event.code"), "\\.", ""));
        Column key = concat_ws(" ", col("event.vocabulary"), written);
        return coalesce(key.isin(known.toArray()), lit(false));
    }

    /** Extracts write codes with and without the dot. */
    private static String plain(String code) {
        return code.replace(".", "").toUpperCase(Locale.ROOT);
    }
}
