package org.osteocohort.measure.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osteocohort.ehr.Sex;
import org.osteocohort.job.StratumColumn;

/**
 * The strata of a table: which columns are crossed, and which levels each column has. Levels of sex, age and site are
 * known before any child is read; race and ethnicity have the levels that were seen.
 */
public final class Stratification {
    private static final List<Set<StratumColumn>> BY_SEX_OR_AGE = List.of(
            Set.of(), Set.of(StratumColumn.SEX), Set.of(StratumColumn.AGE_GROUP), Set.of(StratumColumn.AGE_BAND));

    private static final List<Set<StratumColumn>> BY_SEX_OR_AGE_GROUP =
            List.of(Set.of(), Set.of(StratumColumn.SEX), Set.of(StratumColumn.AGE_GROUP));

    private static final List<Set<StratumColumn>> BY_SEX_AND_AGE = List.of(
            Set.of(),
            Set.of(StratumColumn.SEX),
            Set.of(StratumColumn.AGE_GROUP),
            Set.of(StratumColumn.AGE_BAND),
            Set.of(StratumColumn.SEX, StratumColumn.AGE_GROUP),
            Set.of(StratumColumn.SEX, StratumColumn.AGE_BAND));

    private final List<Set<StratumColumn>> crossings;
    private final Set<String> sexes;
    private final Set<AgeLevel> ages = new LinkedHashSet<>();
    private final SortedSet<String> races = new TreeSet<>();
    private final SortedSet<String> ethnicities = new TreeSet<>();
    private final Set<String> sites;

    private Stratification(List<Set<StratumColumn>> crossings, StudyFrame frame) {
        // Without groups, a crossing by group would be all children once more.
        boolean groups = !frame.settings().ageGroupStarts().isEmpty();
        this.crossings = crossings.stream()
                .filter(columns -> groups || !columns.contains(StratumColumn.AGE_GROUP))
                .toList();
        this.sexes = new LinkedHashSet<>(Arrays.stream(Sex.values())
                .map(sex -> sex.name().toLowerCase(Locale.ROOT))
                .toList());
        new AgeBands(frame).bands().forEach(band -> ages.add(band.level()));
        this.sites = new LinkedHashSet<>(frame.sites());
    }

    /** All children together, then what the job crosses; where it crosses age bands, their groups come before. */
    public static Stratification byPlaceAndPerson(StudyFrame frame) {
        Set<Set<StratumColumn>> crossings = new LinkedHashSet<>();
        crossings.add(Set.of());
        for (Set<StratumColumn> columns : asked(frame)) {
            if (columns.contains(StratumColumn.AGE_BAND)
                    && !frame.settings().ageGroupStarts().isEmpty()) {
                Set<StratumColumn> coarser = new HashSet<>(columns);
                coarser.remove(StratumColumn.AGE_BAND);
                coarser.add(StratumColumn.AGE_GROUP);
                crossings.add(coarser);
            }
            crossings.add(columns);
        }
        return new Stratification(List.copyOf(crossings), frame);
    }

    /** Standardization needs sex by age, also when the job does not ask for it otherwise. */
    private static Set<Set<StratumColumn>> asked(StudyFrame frame) {
        Set<Set<StratumColumn>> asked = new LinkedHashSet<>(frame.settings().crossings());
        if (!frame.standards().isEmpty()) {
            asked.add(Set.of(StratumColumn.SEX, StratumColumn.AGE_BAND));
        }
        return asked;
    }

    /** All children together, by sex, by age. */
    public static Stratification bySexOrAge(StudyFrame frame) {
        return new Stratification(BY_SEX_OR_AGE, frame);
    }

    /** All children together, by sex, by coarse age: for tables whose cells are small already. */
    public static Stratification bySexOrAgeGroup(StudyFrame frame) {
        return new Stratification(BY_SEX_OR_AGE_GROUP, frame);
    }

    /** All children together, by sex, by age, and by both. */
    public static Stratification bySexAndAge(StudyFrame frame) {
        return new Stratification(BY_SEX_AND_AGE, frame);
    }

    /** Takes note of the levels of a counted child. */
    public void see(Stratum finest) {
        ages.add(finest.age());
        seeButAge(finest);
    }

    /** Takes note of the levels of a child that is counted without its age. */
    public void seeButAge(Stratum finest) {
        sexes.add(finest.sex());
        races.add(finest.race());
        ethnicities.add(finest.ethnicity());
        sites.add(finest.site());
    }

    /** Every stratum that a child of this finest stratum is counted in. */
    public List<Stratum> containing(Stratum finest) {
        return crossings.stream().map(columns -> keeping(finest, columns)).toList();
    }

    /** Those of them that look at age as finely as this stratum itself, which may be of an age group or of all ages. */
    public Set<Stratum> containingAtItsAge(Stratum stratum) {
        return containing(stratum).stream()
                .filter(other -> other.age().equals(stratum.age()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stratum keeping(Stratum finest, Set<StratumColumn> columns) {
        boolean band = columns.contains(StratumColumn.AGE_BAND);
        boolean group = band || columns.contains(StratumColumn.AGE_GROUP);
        return new Stratum(
                columns.contains(StratumColumn.SEX) ? finest.sex() : Stratum.ALL,
                group ? finest.ageGroup() : Stratum.ALL,
                band ? finest.ageBand() : Stratum.ALL,
                columns.contains(StratumColumn.RACE) ? finest.race() : Stratum.ALL,
                columns.contains(StratumColumn.ETHNICITY) ? finest.ethnicity() : Stratum.ALL,
                columns.contains(StratumColumn.SITE) ? finest.site() : Stratum.ALL);
    }

    /** Every stratum of the table, crossing by crossing, also those in which nobody was seen. */
    public List<Stratum> grid() {
        Set<Stratum> grid = new LinkedHashSet<>();
        for (Set<StratumColumn> columns : crossings) {
            for (Stratum finest : everyCombination(columns)) {
                grid.add(keeping(finest, columns));
            }
        }
        return List.copyOf(grid);
    }

    private List<Stratum> everyCombination(Set<StratumColumn> columns) {
        List<Stratum> combinations = new ArrayList<>();
        for (String sex : levels(columns, StratumColumn.SEX, sexes)) {
            for (AgeLevel age : ages(columns)) {
                for (String race : levels(columns, StratumColumn.RACE, races)) {
                    for (String ethnicity : levels(columns, StratumColumn.ETHNICITY, ethnicities)) {
                        for (String site : levels(columns, StratumColumn.SITE, sites)) {
                            combinations.add(new Stratum(sex, age.group(), age.band(), race, ethnicity, site));
                        }
                    }
                }
            }
        }
        return combinations;
    }

    private static Set<String> levels(Set<StratumColumn> columns, StratumColumn column, Set<String> levels) {
        return columns.contains(column) ? levels : Set.of(Stratum.ALL);
    }

    private Set<AgeLevel> ages(Set<StratumColumn> columns) {
        boolean asked = columns.contains(StratumColumn.AGE_BAND) || columns.contains(StratumColumn.AGE_GROUP);
        return asked ? ages : Set.of(AgeLevel.ALL);
    }
}
