package org.osteocohort.inspect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/** Counts of the persons whom an extract describes; nothing of a single one comes to the driver. */
final class PersonScan {
    /** Fewer people of one birth year and sex are said to be easy to find. */
    static final int SMALLEST_GROUP = 5;

    private static final String PERSON = "patient_id";
    /** Medical record numbers are no longer. */
    private static final String SHORT_NUMBER = "^[0-9]{1,10}$";

    private final Dataset<Row> rows;
    private final Dataset<Row> persons;

    PersonScan(Dataset<Row> rows) {
        this.rows = rows;
        this.persons = rows.filter(col("patient").isNotNull()).dropDuplicates(PERSON);
    }

    /** What the identifiers of persons look like. */
    enum Identifiers {
        /** Numbers with few gaps between them. */
        IN_SEQUENCE,
        SHORT_NUMBERS,
        OTHER
    }

    long people() {
        return persons.count();
    }

    /** How many rows are of nobody whom the extract describes, by table. */
    Map<String, Long> unknown() {
        Dataset<Row> nobodys = rows.filter(col(PERSON).isNotNull())
                .join(persons.select(PERSON), rows.col(PERSON).equalTo(persons.col(PERSON)), "left_anti");
        return byTable(nobodys.groupBy(col("origin.table")));
    }

    /** How many identifiers of events and visits are those of several persons' rows, by table. */
    Map<String, Long> sharedIdentifiers() {
        Column id = coalesce(col("event.source_id"), col("visit.visit_id"));
        Dataset<Row> shared = rows.filter(id.notEqual(""))
                .groupBy(col("origin.table").as("table"), id)
                .agg(count_distinct(col(PERSON)).as("persons"))
                .filter(col("persons").gt(1));
        return byTable(shared.groupBy(col("table")));
    }

    private static Map<String, Long> byTable(RelationalGroupedDataset tables) {
        return tables.count().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1), Long::sum, TreeMap::new));
    }

    Identifiers identifiers() {
        Column id = col("patient.subject_id");
        Column number = when(id.rlike(SHORT_NUMBER), id.try_cast("decimal(20,0)"));
        Row found = persons.agg(count(lit(1)), count(number), min(number), max(number))
                .head();
        long all = found.getLong(0);
        if (all == 0 || found.getLong(1) < all) {
            return Identifiers.OTHER;
        }
        BigDecimal span = found.getDecimal(3).subtract(found.getDecimal(2)).add(BigDecimal.ONE);
        return span.compareTo(BigDecimal.valueOf(2 * all)) <= 0 ? Identifiers.IN_SEQUENCE : Identifiers.SHORT_NUMBERS;
    }

    /** How many people share their year of birth and their sex with too few others. */
    long inSmallGroups() {
        Row found = persons.groupBy(year(col("patient.birth_date")), col("patient.sex"))
                .count()
                .filter(col("count").lt(SMALLEST_GROUP))
                .agg(sum(col("count")))
                .head();
        return found.isNullAt(0) ? 0 : found.getLong(0);
    }
}
