package org.osteocohort.disclosure;

import java.util.List;
import java.util.Locale;
import org.osteocohort.statistics.ProportionInterval;
import org.osteocohort.statistics.ProportionMethod;
import org.osteocohort.table.Column;
import org.osteocohort.table.Table;

/** A share and its interval, computed anew from the rounded counts of a row. */
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
        String method = (String) values[columns.indexOf("ci_method")];
        ProportionInterval share =
                ProportionMethod.valueOf(method.toUpperCase(Locale.ROOT)).interval(count, total);
        values[columns.indexOf("estimate")] = share.estimate();
        values[columns.indexOf("ci_low")] = share.low();
        values[columns.indexOf("ci_high")] = share.high();
        return table.row(values);
    }
}
