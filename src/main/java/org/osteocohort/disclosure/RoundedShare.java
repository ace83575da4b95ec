package org.osteocohort.disclosure;

import java.util.List;
import org.osteocohort.measure.WilsonInterval;
import org.osteocohort.table.Column;
import org.osteocohort.table.Table;

/** A share and its Wilson interval, computed anew from the rounded counts of a row. */
final class RoundedShare {
    private RoundedShare() {}

    /** The row with estimate, ci_low and ci_high; as it is when one of the counts is hidden. */
    static <R extends Record> R in(Table<R> table, R row, String numerator) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        Object[] values = table.values(row);
        Long count = (Long) values[columns.indexOf(numerator)];
        Long total = (Long) values[columns.indexOf("denominator")];
        if (count == null || total == null) {
            return row;
        }
        WilsonInterval share = WilsonInterval.of(count, total);
        values[columns.indexOf("estimate")] = share.estimate();
        values[columns.indexOf("ci_low")] = share.low();
        values[columns.indexOf("ci_high")] = share.high();
        return table.row(values);
    }
}
