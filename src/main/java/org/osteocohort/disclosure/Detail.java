package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.tally.TableRows;

/**
 * How finely the reports are published: coarser categories before holes. Among few children three kinds of rows would be
 * mostly holes, and each of their numbers, close to another one, would make holes there too; these rows are fine, and
 * published only where there are enough children:
 *
 * <ul>
 *   <li>strata of a sensitivity analysis, which repeats the main one with another denominator, day or window;
 *   <li>age bands, and crossings of sex and age, of those who have a condition already: of causes and of treatment;
 *   <li>how two definitions overlap in a part of the children or of the classes.
 * </ul>
 *
 * <p>What is left out depends on nothing but the number of all children, which is published, so that its absence tells
 * nothing.
 */
final class Detail {
    /** For each child by which the threshold is above one: ten strata of a condition of one in fifty then reach it. */
    private static final long ENOUGH_CHILDREN = 500;

    private final boolean fine;

    private Detail(boolean fine) {
        this.fine = fine;
    }

    /** For reports with so many children; in all detail when the reports do not tell how many. */
    static Detail of(List<TableRows<?>> tables, int threshold) {
        long enough = ENOUGH_CHILDREN * (threshold - 1);
        return new Detail(tables.stream()
                .filter(rows -> rows.table() == PrevalenceRow.TABLE)
                .flatMap(rows -> rows.rows().stream())
                .map(PrevalenceRow.class::cast)
                .filter(PrevalenceRules::countsAllChildren)
                .findFirst()
                .map(row -> row.denominator() != null && row.denominator() >= enough)
                .orElse(true));
    }

    /** Whether a stratum of those with a condition is a fine one. */
    static boolean isFine(String sex, String ageGroup, String ageBand) {
        String all = CountSpace.TOTAL;
        return !ageBand.equals(all) || !sex.equals(all) && !ageGroup.equals(all);
    }

    /** The rows that are published. */
    <R extends Record> TableRows<R> published(TableRows<R> rows, TableRules<R> rules) {
        if (fine) {
            return rows;
        }
        List<R> coarse = new ArrayList<>();
        for (R row : rows.rows()) {
            if (!rules.isFine(row)) {
                coarse.add(row);
            }
        }
        return new TableRows<>(rows.table(), coarse);
    }
}
