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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.disclosure.DisclosureControl.Disclosed;
import org.osteocohort.disclosure.attack.IntervalAttack;
import org.osteocohort.disclosure.attack.Published;
import org.osteocohort.disclosure.attack.PublishedReports;
import org.osteocohort.disclosure.attack.SmallSystems;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.report.TableFiles;
import org.osteocohort.testkit.RandomChildren;

/** A reader of all report files of a run, or of a sequence of runs, who knows their columns and nothing of this package. */
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

    /**
     * What a reader tells: by going from relation to relation already that a number is small; by taking all relations of
     * a few numbers together, which number it is.
     */
    private static List<String> told(Published published, Map<String, Long> real) {
        List<String> told = new ArrayList<>();
        IntervalAttack intervals = IntervalAttack.on(published);
        for (int place = 0; place < published.size(); place++) {
            String name = published.name(place);
            if (published.shown(place) == null && tells(real.get(name), intervals.low(place), intervals.high(place))) {
                told.add(name + " = " + real.get(name));
            }
        }
        SmallSystems.of(published).forEach((name, range) -> {
            if (range[0] == range[1]) {
                told.add(name + " = " + real.get(name) + " by all together");
            }
        });
        return told;
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
        assertThat(told(reports.published(shown), real)).isEmpty();
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
            Disclosed disclosed = new DisclosureControl(THRESHOLD).apply(counted, ledger);
            ledger = disclosed.released();
            Map<String, Long> real = published(counted, "real" + night).numbers();
            PublishedReports reports = published(disclosed.tables(), "shown" + night);
            Map<String, Long> shown = reports.numbers();

            assertThat(told(reports.published(shown), real))
                    .as("night %d", night)
                    .isEmpty();
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
            told += told(reports.published(oneMore), real).isEmpty() ? 0 : 1;
        }
        assertThat(beside).hasSize(20);
        assertThat(told).isPositive();
    }
}
