package org.osteocohort.source.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.UnmappedDrugs;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.UnpackedBundles;

/** What goes into bundles comes out of them, by child and file. */
@ExtendWith(SparkExtension.class)
class BundlesTest {
    private static final LocalDate DAY = LocalDate.parse("2016-02-29");

    private static Row death(String patientId, String file, Long line, LocalDate day) {
        return CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(CanonicalRows.PATIENT_ID, patientId)
                .with(CanonicalRows.DEATH_DATE, day)
                .with(
                        CanonicalRows.ORIGIN,
                        CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                                .with("site", "North")
                                .with("table", "death")
                                .with("file", file)
                                .with("line", line)
                                .row())
                .row();
    }

    private static Dataset<Row> bundles(SparkSession spark, List<Row> rows) {
        return Bundles.of(spark.createDataFrame(rows, CanonicalRows.SCHEMA).coalesce(1));
    }

    /** Patient, file, line of a row of nobody. */
    private static List<String> keys(Dataset<Row> bundles) {
        return bundles.collectAsList().stream()
                .map(bundle -> bundle.getString(0) + " " + bundle.getString(2) + " " + bundle.get(3))
                .toList();
    }

    @Test
    void theRowsOfAChildInAFileAreOneBundle(SparkSession spark) {
        Dataset<Row> bundles = bundles(
                spark,
                List.of(
                        death("North:1", "a.csv", 2L, DAY),
                        death("North:2", "a.csv", 3L, DAY),
                        death("North:1", "b.csv", 2L, DAY),
                        death("North:1", "a.csv", 4L, DAY.plusDays(1)),
                        death("North:1", "a.csv", null, null)));
        assertThat(keys(bundles)).containsExactly("North:1 a.csv null", "North:2 a.csv null", "North:1 b.csv null");
        assertThat(UnpackedBundles.texts(bundles))
                .containsExactly(
                        "North:1,North,a.csv,[death,2,null,null,null,2016-02-29,null,null]",
                        "North:1,North,a.csv,[death,4,null,null,null,2016-03-01,null,null]",
                        "North:1,North,a.csv,[death,null,null,null,null,null,null,null]",
                        "North:1,North,b.csv,[death,2,null,null,null,2016-02-29,null,null]",
                        "North:2,North,a.csv,[death,3,null,null,null,2016-02-29,null,null]");
    }

    @Test
    void eachRowOfNobodyIsABundleWithItsLine(SparkSession spark) {
        Dataset<Row> bundles = bundles(
                spark,
                List.of(
                        death(null, "a.csv", 2L, DAY),
                        death(null, "a.csv", 3L, DAY),
                        death(null, "a.csv", null, null)));
        assertThat(keys(bundles)).containsExactly("null a.csv 2", "null a.csv 3", "null a.csv null");
        assertThat(UnpackedBundles.texts(bundles)).hasSize(3);
    }

    @Test
    void drugsThatNobodyKnowsAreSummedUpByFileAndColumn(SparkSession spark) {
        Dataset<Row> bundles = bundles(
                spark,
                List.of(
                        unmapped("a.csv", "code", 2),
                        unmapped("b.csv", "code", 1),
                        death(null, "a.csv", 3L, DAY),
                        unmapped("a.csv", "name", 4),
                        unmapped("a.csv", "code", 3)));
        assertThat(UnpackedBundles.texts(bundles))
                .containsExactly(
                        "null,North,a.csv,[death,3,null,null,null,2016-02-29,null,null]",
                        "null,North,a.csv,[drugs,null,null,null,null,null,null,[code,unmapped_drug,5]]",
                        "null,North,a.csv,[drugs,null,null,null,null,null,null,[name,unmapped_drug,4]]",
                        "null,North,b.csv,[drugs,null,null,null,null,null,null,[code,unmapped_drug,1]]");
    }

    private static Row unmapped(String file, String column, long count) {
        return UnmappedDrugs.row("North", "drugs", file, column, count);
    }

    /** More than a task gathers at once, so that children come in several bundles. */
    @Test
    void whatAFileScattersIsWholeAllTheSame(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (long line = 1; line <= 150_000; line++) {
            long child = line % 60_000;
            rows.add(death("North:" + child, "a.csv", line, DAY));
            expected.add("North:" + child + ",North,a.csv,[death," + line + ",null,null,null,2016-02-29,null,null]");
        }
        Collections.shuffle(rows, new Random(7));
        Dataset<Row> bundles = bundles(spark, rows);
        assertThat(UnpackedBundles.texts(bundles))
                .containsExactlyElementsOf(expected.stream().sorted().toList());
        assertThat(bundles.count()).isBetween(60_001L, 149_999L);
    }
}
