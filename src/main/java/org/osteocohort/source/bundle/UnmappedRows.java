package org.osteocohort.source.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.FaultRule;

/** The rows of {@link org.osteocohort.source.UnmappedDrugs} of one task, one for each file and column, without a line. */
final class UnmappedRows {
    private static final UTF8String RULE_LABEL = UTF8String.fromString(FaultRule.UNMAPPED_DRUG.label());
    private static final int LINE = Bundles.ROW_TYPE.fieldIndex(Bundles.LINE);
    private static final int TABLE = Bundles.ROW_TYPE.fieldIndex(Bundles.TABLE);
    private static final int FAULT = Bundles.ROW_TYPE.fieldIndex(CanonicalRows.FAULT);
    private static final int COLUMN = CanonicalRows.FAULT_TYPE.fieldIndex("column");
    private static final int RULE = CanonicalRows.FAULT_TYPE.fieldIndex("rule");
    private static final int ROWS = CanonicalRows.FAULT_TYPE.fieldIndex("rows");

    private final Map<Kind, UnsafeRow> sums = new LinkedHashMap<>();

    private record Kind(UTF8String site, UTF8String file, UTF8String table, UTF8String column) {}

    /** Takes a row with its site and file. */
    interface Taker {
        void take(UTF8String site, UTF8String file, UnsafeRow row);
    }

    /** Adds a row of nobody, when it is one of these; others are left to the caller. */
    boolean takes(UTF8String site, UTF8String file, UnsafeRow row) {
        if (row.isNullAt(FAULT) || !RULE_LABEL.equals(fault(row).getUTF8String(RULE))) {
            return false;
        }
        Kind kind = new Kind(site, file, row.getUTF8String(TABLE), fault(row).getUTF8String(COLUMN));
        UnsafeRow sum = sums.get(kind);
        if (sum == null) {
            UnsafeRow first = row.copy();
            first.setNullAt(LINE);
            // Spark uses the bytes of the texts for the next row.
            sums.put(
                    new Kind(
                            site.copy(),
                            file.copy(),
                            first.getUTF8String(TABLE),
                            fault(first).getUTF8String(COLUMN)),
                    first);
        } else {
            fault(sum).setLong(ROWS, fault(sum).getLong(ROWS) + fault(row).getLong(ROWS));
        }
        return true;
    }

    private static InternalRow fault(UnsafeRow row) {
        return row.getStruct(FAULT, CanonicalRows.FAULT_TYPE.length());
    }

    /** Hands the sums on, each once. */
    void forEach(Taker taker) {
        sums.forEach((kind, sum) -> taker.take(kind.site(), kind.file(), sum));
        sums.clear();
    }
}
