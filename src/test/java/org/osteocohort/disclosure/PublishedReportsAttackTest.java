package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.disclosure.DisclosureControl.Disclosed;
import org.osteocohort.disclosure.attack.IntervalAttack;
import org.osteocohort.disclosure.attack.LinearAttack;
import org.osteocohort.disclosure.attack.Published;
import org.osteocohort.disclosure.attack.PublishedReports;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.report.TableFiles;
import org.osteocohort.testkit.RandomChildren;

/** A reader of all report files of a run, or of a sequence of runs, who knows their columns and nothing of this package. */
@Execution(ExecutionMode.CONCURRENT)
class PublishedReportsAttackTest {
    private static final int THRESHOLD = 11;

    @TempDir
    Path folder;

    private PublishedReports published(List<TableRows<?>> tables, String name) throws IOException, SQLException {
        Path reports = Files.createDirectory(folder.resolve(name));
        for (TableRows<?> rows : tables) {
            TableFiles.write(reports, rows, Map.of());
        }
        return PublishedReports.of(reports);
    }

    private static boolean tells(long count, long low, long high) {
        boolean small = count > 0 && count < THRESHOLD;
        return small ? high < THRESHOLD || high - low < THRESHOLD - 1 : high == low;
    }

    /** The numbers of which a reader who goes from relation to relation tells too much. */
    private static List<String> toldStepByStep(Published published, Map<String, Long> real) {
        List<String> told = new ArrayList<>();
        IntervalAttack intervals = IntervalAttack.on(published);
        for (int place = 0; place < published.size(); place++) {
            String name = published.name(place);
            if (published.shown(place) == null && tells(real.get(name), intervals.low(place), intervals.high(place))) {
                told.add(name + " = " + real.get(name));
            }
        }
        return told;
    }

    /**
     * A test of a trend and a standardized rate stand beside the sum of what they rest on. It is hidden with a part, so
     * that the test is; but where nobody's age is uncertain it is the number of all children too, which is shown.
     */
    private static boolean isSecret(String name) {
        return !name.startsWith("compared_cases/") && !name.startsWith("placed_cases/");
    }

    /** Nothing is told step by step, and no number by all relations together, however much hangs together. */
    private static void assertNothingIsTold(Published published, Map<String, Long> real, String when) {
        assertThat(toldStepByStep(published, real)).as(when).isEmpty();
        assertThat(LinearAttack.on(published).told(PublishedReportsAttackTest::isSecret))
                .as(when)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noHiddenNumberOfAPopulationIsTold(int seed) throws IOException, SQLException {
        List<TableRows<?>> counted = TwoSites.counted(TwoSites.FRAME, RandomChildren.of(seed, 200 * seed));
        Map<String, Long> real = published(counted, "real").numbers();
        PublishedReports reports =
                published(new DisclosureControl(THRESHOLD).apply(counted).tables(), "shown");
        Map<String, Long> shown = reports.numbers();

        assertThat(shown).containsValue(null).containsValue(0L);
        assertNothingIsTold(reports.published(shown), real, "seed " + seed);
        assertThat(reports.sharesOfHidden()).isEmpty();
    }

    @Test
    void noNightTellsWhatItHides() throws IOException, SQLException {
        List<Assessment> everybody = RandomChildren.of(7, 420);
        List<ReleasedRow> ledger = List.of();
        Map<String, Set<Long>> everShown = new HashMap<>();
        for (int night = 0; night < 4; night++) {
            // A few leave every night, and a few come.
            List<TableRows<?>> counted =
                    TwoSites.counted(TwoSites.FRAME, everybody.subList(3 * night, 390 + 9 * night));
            Disclosed disclosed = new DisclosureControl(THRESHOLD).apply(counted, Ledger.of(ledger));
            ledger = disclosed.released();
            Map<String, Long> real = published(counted, "real" + night).numbers();
            PublishedReports reports = published(disclosed.tables(), "shown" + night);
            Map<String, Long> shown = reports.numbers();

            assertNothingIsTold(reports.published(shown), real, "night " + night);
            assertThat(smallChanges(shown, everShown)).as("night %d", night).isEmpty();
            shown.forEach((name, count) -> {
                if (count != null) {
                    everShown.computeIfAbsent(name, key -> new HashSet<>()).add(count);
                }
            });
        }
    }

    /** Shown numbers of somebody that differ by a few from what an earlier night showed. */
    private static List<String> smallChanges(Map<String, Long> shown, Map<String, Set<Long>> everShown) {
        List<String> found = new ArrayList<>();
        shown.forEach((name, count) -> {
            for (long earlier : count == null ? Set.<Long>of() : everShown.getOrDefault(name, Set.of())) {
                long change = Math.abs(earlier - count);
                if (count > 0 && change > 0 && change < THRESHOLD && countsChildren(name)) {
                    found.add(name + ": " + earlier + ", " + count);
                }
            }
        });
        return found;
    }

    private static boolean countsChildren(String name) {
        return !name.startsWith("person_days/");
    }

    /** The proof that the attacker can win, and that what is hidden beside small numbers is hidden for a reason. */
    @Test
    void aNumberThatIsShownAgainTellsOthers() throws IOException, SQLException {
        List<TableRows<?>> counted = TwoSites.counted(TwoSites.FRAME, RandomChildren.of(1, 200));
        Map<String, Long> real = published(counted, "real").numbers();
        PublishedReports reports =
                published(new DisclosureControl(THRESHOLD).apply(counted).tables(), "shown");
        Map<String, Long> shown = reports.numbers();
        List<String> beside = shown.keySet().stream()
                .filter(name -> shown.get(name) == null && real.get(name) >= THRESHOLD && name.startsWith("prevalent/"))
                .limit(20)
                .toList();
        int told = 0;
        for (String name : beside) {
            Map<String, Long> oneMore = new LinkedHashMap<>(shown);
            oneMore.put(name, real.get(name));
            told += toldStepByStep(reports.published(oneMore), real).isEmpty() ? 0 : 1;
        }
        assertThat(beside).hasSize(20);
        assertThat(told).isPositive();
    }
}
