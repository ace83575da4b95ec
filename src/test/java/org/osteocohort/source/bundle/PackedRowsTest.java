package org.osteocohort.source.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.junit.jupiter.api.Test;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;

/** What is packed comes out again to the byte, in a tenth of the room. */
class PackedRowsTest {
    private static final LocalDate DAY = LocalDate.parse("2016-02-29");

    private static UnsafeRow row(String table, Long line, CanonicalRow event) {
        CanonicalRow row = CanonicalRow.part(Bundles.ROW_TYPE)
                .with(Bundles.TABLE, table)
                .with(Bundles.LINE, line)
                .with(CanonicalRows.EVENT, event == null ? null : event.row());
        InternalRow internal = (InternalRow) CatalystTypeConverters.createToCatalystConverter(Bundles.ROW_TYPE)
                .apply(row.row());
        return UnsafeProjection.create(Bundles.ROW_TYPE).apply(internal).copy();
    }

    private static UnsafeRow measured(long line, String code, LocalDate day, double value) {
        CanonicalRow event = CanonicalRow.part(CanonicalRows.EVENT_TYPE)
                .with("domain", "MEASUREMENT")
                .with("date", day)
                .with("vocabulary", "LOINC")
                .with("code", code)
                .with("value", value)
                .with("source_id", Long.toString(1_000_000 + line));
        return row("measurement", line, event);
    }

    private static byte[] packed(List<UnsafeRow> rows) {
        PackedRows packed = new PackedRows();
        rows.forEach(packed::add);
        return packed.toByteArray();
    }

    private static List<String> bytes(byte[] packed) {
        List<String> rows = new ArrayList<>();
        new UnpackedRows(packed).forEachRemaining(row -> rows.add(bytes((UnsafeRow) row)));
        return rows;
    }

    private static String bytes(UnsafeRow row) {
        return Arrays.toString(row.copy().getBytes());
    }

    @Test
    void rowsOfAnyLengthComeOutAsTheyWere() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<UnsafeRow> rows = new ArrayList<>();
            for (int number = random.nextInt(30); number > 0; number--) {
                String code = "x".repeat(random.nextInt(random.nextInt(20) == 0 ? 3_000 : 12));
                LocalDate day = random.nextBoolean() ? null : DAY.plusDays(random.nextInt(9_000));
                rows.add(
                        random.nextInt(5) == 0
                                ? row(code, random.nextBoolean() ? null : random.nextLong(), null)
                                : measured(random.nextLong(), code, day, random.nextGaussian()));
            }
            assertThat(bytes(packed(rows)))
                    .containsExactlyElementsOf(
                            rows.stream().map(PackedRowsTest::bytes).toList());
        }
    }

    @Test
    void rowsThatTellMuchTheSameTakeLittleRoom() {
        List<UnsafeRow> rows = new ArrayList<>();
        long asSparkHasThem = 0;
        for (int line = 1; line <= 100; line++) {
            rows.add(measured(line, "29463-7", DAY.plusDays(line), 20 + line));
            asSparkHasThem += rows.get(rows.size() - 1).getSizeInBytes();
        }
        assertThat((long) packed(rows).length).isLessThan(asSparkHasThem / 10);
    }

    @Test
    void afterTheLastRowThereIsNone() {
        UnpackedRows rows = new UnpackedRows(packed(List.of(measured(1, "29463-7", DAY, 20))));
        rows.next();
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        assertThat(new UnpackedRows(packed(List.of())).hasNext()).isFalse();
    }

    @Test
    void aDigestSeesWhichRowsStandOnOneLineButNotOnWhich() {
        UnsafeRow onLine2 = row("measurement", 2L, null);
        UnsafeRow onLine3 = row("measurement", 3L, null);
        UnsafeRow onLine9 = row("measurement", 9L, null);
        String apart = UnpackedRows.digestWithoutLines(packed(List.of(onLine2, onLine3, onLine2)));
        assertThat(UnpackedRows.digestWithoutLines(packed(List.of(onLine9, onLine2, onLine9))))
                .isEqualTo(apart);
        assertThat(UnpackedRows.digestWithoutLines(packed(List.of(onLine2, onLine3, onLine3))))
                .isNotEqualTo(apart);
        assertThat(UnpackedRows.digestWithoutLines(
                        packed(List.of(onLine2, row("visit_occurrence", 3L, null), onLine2))))
                .isNotEqualTo(apart);
    }
}
