package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.osteocohort.disclosure.attack.IntervalAttack;
import org.osteocohort.disclosure.attack.Published;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.testkit.RandomChildren;

/** A reader of the table prevalence, who knows how it is made, goes over all its rows together. */
class ReportAttackTest {
    private static final int THRESHOLD = 11;
    private static final List<String> CLASSES = List.of("confirmed", "confirmed_or_probable", "any");
    private static final List<String> DENOMINATORS = List.of("whole_period", "day_one", "observed");

    private static List<TableRows<?>> reports() {
        return TwoSites.counted(TwoSites.FRAME, RandomChildren.of(6, 400)).stream()
                .filter(rows -> rows.table() == PrevalenceRow.TABLE)
                .toList();
    }

    private static List<PrevalenceRow> prevalence(List<TableRows<?>> tables) {
        return tables.stream()
                .filter(rows -> rows.table() == PrevalenceRow.TABLE)
                .flatMap(rows -> rows.rows().stream())
                .map(PrevalenceRow.class::cast)
                .toList();
    }

    /** What a row counts, as the levels of its axes; the population is counted as an item of its own. */
    private static Map<String, String> axes(PrevalenceRow row, boolean population) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("item", population ? "everyone" : row.kind() + " " + row.item());
        axes.put("class", population ? "all" : row.caseClass());
        axes.put("denominator", row.denominatorName());
        axes.put("period", row.period());
        axes.put("sex", row.sex());
        axes.put("type", row.prevalenceType());
        axes.put("group", row.ageGroup());
        axes.put("age", row.ageBand());
        axes.put("race", row.race());
        axes.put("ethnicity", row.ethnicity());
        axes.put("site", row.site());
        return axes;
    }

    private static String name(Map<String, String> axes, UnaryOperator<Map<String, String>> change) {
        return change.apply(new LinkedHashMap<>(axes)).toString();
    }

    private static Published published(List<PrevalenceRow> rows) {
        Published published = new Published();
        Map<String, Map<String, String>> numbers = new LinkedHashMap<>();
        Map<String, List<String>> margins = new LinkedHashMap<>();
        for (PrevalenceRow row : rows) {
            for (boolean population : new boolean[] {true, false}) {
                Map<String, String> axes = axes(row, population);
                published.number(axes.toString(), population ? row.denominator() : row.numerator());
                numbers.put(axes.toString(), axes);
            }
        }
        numbers.forEach((name, axes) -> {
            for (String axis : List.of("sex", "group", "age", "race", "ethnicity", "site")) {
                boolean bandOfGroup = axis.equals("group") && !axes.get("age").equals("all");
                if (!axes.get(axis).equals("all") && !bandOfGroup) {
                    String total = name(axes, other -> with(other, axis, "all"));
                    margins.computeIfAbsent(total + "|" + axis, key -> new ArrayList<>())
                            .add(name);
                }
            }
        });
        margins.forEach((margin, parts) -> published.sum(margin.substring(0, margin.lastIndexOf('|')), parts));
        numbers.forEach((name, axes) -> {
            published.nest(name(axes, other -> with(with(other, "item", "everyone"), "class", "all")), name);
            wider(axes, "class", CLASSES).forEach(outside -> published.nest(outside, name));
            wider(axes, "denominator", DENOMINATORS).forEach(outside -> published.nest(outside, name));
        });
        return published;
    }

    private static Map<String, String> with(Map<String, String> axes, String axis, String level) {
        axes.put(axis, level);
        return axes;
    }

    private static List<String> wider(Map<String, String> axes, String axis, List<String> chain) {
        int place = chain.indexOf(axes.get(axis));
        return place < 0
                ? List.of()
                : chain.subList(place + 1, chain.size()).stream()
                        .map(level -> name(axes, other -> with(other, axis, level)))
                        .toList();
    }

    private static List<String> told(List<PrevalenceRow> real, List<PrevalenceRow> shown) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (PrevalenceRow row : real) {
            counts.put(axes(row, true).toString(), row.denominator());
            counts.put(axes(row, false).toString(), row.numerator());
        }
        Published published = published(shown);
        IntervalAttack attack = IntervalAttack.on(published);
        List<String> told = new ArrayList<>();
        for (int place = 0; place < published.size(); place++) {
            long width = attack.high(place) - attack.low(place);
            boolean small = counts.get(published.name(place)) < THRESHOLD;
            boolean narrow = small ? attack.high(place) < THRESHOLD || width < THRESHOLD - 1 : width == 0;
            if (published.shown(place) == null && narrow) {
                told.add(published.name(place));
            }
        }
        return told;
    }

    @Test
    void noHiddenNumberOfAPopulationIsTold() {
        List<TableRows<?>> reports = reports();
        List<TableRows<?>> shown =
                new DisclosureControl(THRESHOLD).apply(reports).tables();
        assertThat(told(prevalence(reports), prevalence(shown))).isEmpty();
    }

    @Test
    void hidingSmallCountsAloneTellsThem() {
        List<PrevalenceRow> real = prevalence(reports());
        List<PrevalenceRow> naive = new ArrayList<>();
        List<String> columns = PrevalenceRow.TABLE.columns().stream()
                .map(column -> column.name())
                .toList();
        for (PrevalenceRow row : real) {
            Object[] values = PrevalenceRow.TABLE.values(row);
            for (int column : new int[] {columns.indexOf("numerator"), columns.indexOf("denominator")}) {
                values[column] = (long) values[column] > 0 && (long) values[column] < THRESHOLD ? null : values[column];
            }
            naive.add(PrevalenceRow.TABLE.row(values));
        }
        assertThat(told(real, naive)).hasSizeGreaterThan(100);
    }
}
