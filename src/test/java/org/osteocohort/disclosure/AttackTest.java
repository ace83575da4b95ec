package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.disclosure.DrawnTables.Shape;
import org.osteocohort.disclosure.attack.BruteForce;
import org.osteocohort.disclosure.attack.IntervalAttack;
import org.osteocohort.disclosure.attack.LinearAttack;
import org.osteocohort.disclosure.attack.Published;

/** A reader takes everything published together and tries to tell a hidden number. */
class AttackTest {
    private static final int THRESHOLD = 11;
    private static final int TABLES_OF_A_SHAPE = 43;
    private static final int SEQUENCES_OF_A_SHAPE = 15;
    private static final int TINY_THRESHOLD = 3;

    private static Set<String> hidden(DrawnTables tables, int threshold, List<ReleasedRow> ledger) {
        CellSystem system = tables.system();
        HiddenCells hidden =
                Suppression.of(system, threshold, Ledger.of(ledger)).hidden();
        Set<String> names = new HashSet<>();
        for (int cell = 0; cell < system.size(); cell++) {
            if (!hidden.visible(cell)) {
                names.add(DrawnTables.name(system.cell(cell)));
            }
        }
        return names;
    }

    private static Set<String> hidden(DrawnTables tables) {
        return hidden(tables, THRESHOLD, List.of());
    }

    private static boolean small(long count) {
        return count > 0 && count < THRESHOLD;
    }

    /** A range tells a small count when it has too few values or none that is not small; any other when it has one. */
    private static boolean tells(long count, long low, long high) {
        return small(count) ? high < THRESHOLD || high - low < THRESHOLD - 1 : high == low;
    }

    /** Every number that a linear program over all that is known narrows down too much. */
    private static List<String> toldByLinearAttack(DrawnTables tables, Published published) {
        LinearAttack attack = LinearAttack.on(published);
        List<String> told = new ArrayList<>();
        for (int place = 0; place < published.size(); place++) {
            long count = tables.counts().get(published.name(place));
            if (published.shown(place) == null && tells(count, attack.low(place), attack.high(place))) {
                told.add(published.name(place));
            }
        }
        for (int[] nest : published.nests()) {
            long outside = tables.counts().get(published.name(nest[0]));
            long inside = tables.counts().get(published.name(nest[1]));
            if (small(outside - inside) && inside > 0 && attack.mostDifference(nest[0], nest[1]) < THRESHOLD) {
                told.add(published.name(nest[0]) + " - " + published.name(nest[1]));
            }
        }
        return told;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void noHiddenNumberOfARandomTableIsTold(Shape shape) {
        for (int seed = 0; seed < TABLES_OF_A_SHAPE; seed++) {
            Random random = new Random(1000L * shape.ordinal() + seed);
            List<int[]> children = DrawnTables.children(random, 20 + random.nextInt(400));
            DrawnTables tables = DrawnTables.of(shape, children, 2 + random.nextInt(2));
            Published published = tables.published(hidden(tables)::contains);
            assertThat(toldByLinearAttack(tables, published))
                    .as("%s, seed %d, %d children", shape, seed, children.size())
                    .isEmpty();
        }
    }

    /** A reader keeps every report; each night knows the ledger of the one before. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void noNightTellsAHiddenNumberOrASmallChange(Shape shape) {
        for (int seed = 0; seed < SEQUENCES_OF_A_SHAPE; seed++) {
            Random random = new Random(5000L * shape.ordinal() + seed);
            List<int[]> children = DrawnTables.children(random, 40 + random.nextInt(300));
            List<ReleasedRow> ledger = List.of();
            Map<String, Set<Long>> everShown = new HashMap<>();
            int nights = 2 + seed % 3;
            for (int night = 0; night < nights; night++) {
                DrawnTables tables = DrawnTables.of(shape, children, 2);
                Published published = tables.published(hidden(tables, THRESHOLD, ledger)::contains);
                assertThat(toldByLinearAttack(tables, published))
                        .as("%s, seed %d, night %d", shape, seed, night)
                        .isEmpty();
                assertThat(toldChanges(tables, published, everShown))
                        .as("%s, seed %d, night %d", shape, seed, night)
                        .isEmpty();
                keepWhatIsShown(published, everShown);
                ledger = Suppression.of(tables.system(), THRESHOLD, Ledger.of(ledger))
                        .released();
                children = DrawnTables.changed(children, random, 1 + random.nextInt(12));
            }
        }
    }

    private static void keepWhatIsShown(Published published, Map<String, Set<Long>> everShown) {
        for (int place = 0; place < published.size(); place++) {
            if (published.shown(place) != null) {
                everShown
                        .computeIfAbsent(published.name(place), name -> new HashSet<>())
                        .add(published.shown(place));
            }
        }
    }

    /** Every number of which a reader can tell that it has changed by less than the threshold since it was shown. */
    private static List<String> toldChanges(DrawnTables tables, Published published, Map<String, Set<Long>> everShown) {
        LinearAttack attack = LinearAttack.on(published);
        List<String> told = new ArrayList<>();
        for (int place = 0; place < published.size(); place++) {
            String name = published.name(place);
            long count = tables.counts().get(name);
            for (long earlier : everShown.getOrDefault(name, Set.of())) {
                boolean few = count > 0 && small(Math.abs(count - earlier));
                boolean far = attack.high(place) - earlier >= THRESHOLD || earlier - attack.low(place) >= THRESHOLD;
                if (few && (published.shown(place) != null || !far)) {
                    told.add(name + " since " + earlier);
                }
            }
        }
        return told;
    }

    /** The proof that the attacker can win. */
    @Test
    void smallCountsThatAreHiddenAloneAreTold() {
        int told = 0;
        for (Shape shape : Shape.values()) {
            for (int seed = 0; seed < 10; seed++) {
                Random random = new Random(seed);
                DrawnTables tables = DrawnTables.of(shape, DrawnTables.children(random, 150), 3);
                Published published =
                        tables.published(name -> small(tables.counts().get(name)));
                told += toldByLinearAttack(tables, published).isEmpty() ? 0 : 1;
            }
        }
        assertThat(told).isGreaterThan(50);
    }

    @Test
    void theTableOfTheReferenceIsToldUntilItsRectangleIsHidden() {
        Map<String, Long> cells = Map.ofEntries(
                Map.entry("all/all", 167L),
                Map.entry("all/a", 47L),
                Map.entry("all/b", 55L),
                Map.entry("all/c", 65L),
                Map.entry("x/all", 47L),
                Map.entry("x/a", 7L),
                Map.entry("x/b", 15L),
                Map.entry("x/c", 25L),
                Map.entry("y/all", 60L),
                Map.entry("y/a", 20L),
                Map.entry("y/b", 20L),
                Map.entry("y/c", 20L),
                Map.entry("z/all", 60L),
                Map.entry("z/a", 20L),
                Map.entry("z/b", 20L),
                Map.entry("z/c", 20L));
        assertThat(range(cells, Set.of("x/a"), "x/a")).isEqualTo("7 to 7");
        assertThat(range(cells, Set.of("x/a", "x/b"), "x/a")).isEqualTo("7 to 7");
        assertThat(range(cells, Set.of("x/a", "x/b", "y/a", "y/b"), "x/a")).isEqualTo("1 to 21");
    }

    private static String range(Map<String, Long> cells, Set<String> hidden, String cell) {
        Published published = new Published();
        cells.forEach((name, count) -> published.number(name, hidden.contains(name) ? null : count));
        for (String row : List.of("all", "x", "y", "z")) {
            published.sum(row + "/all", List.of(row + "/a", row + "/b", row + "/c"));
        }
        for (String column : List.of("all", "a", "b", "c")) {
            published.sum("all/" + column, List.of("x/" + column, "y/" + column, "z/" + column));
        }
        LinearAttack attack = LinearAttack.on(published);
        IntervalAttack intervals = IntervalAttack.on(published);
        int place = published.place(cell);
        assertThat(intervals.low(place)).isLessThanOrEqualTo(attack.low(place));
        assertThat(intervals.high(place)).isGreaterThanOrEqualTo(attack.high(place));
        return attack.low(place) + " to " + attack.high(place);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"TWO_WAY", "CHAIN", "ATTRITION"})
    void everyTinyTableHasEnoughOthersThatLookTheSame(Shape shape) {
        int judged = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            DrawnTables tables = DrawnTables.of(shape, DrawnTables.children(random, 5 + random.nextInt(14)), 2);
            Set<String> hidden = hidden(tables, TINY_THRESHOLD, List.of());
            Published published = tables.published(hidden::contains);
            if (hidden.isEmpty() || hidden.size() > 8) {
                continue;
            }
            judged++;
            long most = tables.counts().values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            BruteForce all = BruteForce.on(published, most + TINY_THRESHOLD);
            assertThat(all.tables()).as("seed %d", seed).isGreaterThan(1);
            for (String name : hidden) {
                int place = published.place(name);
                long width = all.high(place) - all.low(place);
                boolean primary = tables.counts().get(name) < TINY_THRESHOLD;
                assertThat(width)
                        .as("%s of %s, seed %d: %s hidden %s", name, shape, seed, tables.counts(), hidden)
                        .isGreaterThanOrEqualTo(primary ? TINY_THRESHOLD - 1 : 1);
                assertThat(!primary || all.high(place) >= TINY_THRESHOLD)
                        .as("%s of %s, seed %d: %s hidden %s", name, shape, seed, tables.counts(), hidden)
                        .isTrue();
            }
        }
        assertThat(judged).isGreaterThan(20);
    }
}
