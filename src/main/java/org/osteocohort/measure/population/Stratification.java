package org.osteocohort.measure.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osteocohort.ehr.Sex;

/**
 * The strata of a table: which columns are crossed, and which levels each column has. Levels of sex, age and site are
 * known before any child is read; race and ethnicity have the levels that were seen.
 */
public final class Stratification {
    private enum Column {
        SEX,
        AGE_BAND,
        RACE,
        ETHNICITY,
        SITE
    }

    private static final List<Set<Column>> BY_PLACE_AND_PERSON = List.of(
            Set.of(),
            Set.of(Column.SEX),
            Set.of(Column.AGE_BAND),
            Set.of(Column.SEX, Column.AGE_BAND),
            Set.of(Column.RACE),
            Set.of(Column.ETHNICITY),
            Set.of(Column.SITE));
    private static final List<Set<Column>> BY_SEX_OR_AGE =
            List.of(Set.of(), Set.of(Column.SEX), Set.of(Column.AGE_BAND));

    private final List<Set<Column>> crossings;
    private final List<Set<String>> levels;

    private Stratification(List<Set<Column>> crossings, StudyFrame frame) {
        this.crossings = crossings;
        List<String> sexes = Arrays.stream(Sex.values())
                .map(sex -> sex.name().toLowerCase(Locale.ROOT))
                .toList();
        this.levels = List.of(
                new LinkedHashSet<>(sexes),
                new LinkedHashSet<>(new AgeBands(frame).labels()),
                new TreeSet<>(),
                new TreeSet<>(),
                new LinkedHashSet<>(frame.sites()));
    }

    /** Overall, sex, age, sex and age, race, ethnicity, site. */
    public static Stratification byPlaceAndPerson(StudyFrame frame) {
        return new Stratification(BY_PLACE_AND_PERSON, frame);
    }

    /** Overall, sex, age. */
    public static Stratification bySexOrAge(StudyFrame frame) {
        return new Stratification(BY_SEX_OR_AGE, frame);
    }

    /** Takes note of the levels of a counted child. */
    public void see(Stratum finest) {
        List<String> parts = finest.parts();
        for (Column column : Column.values()) {
            levels.get(column.ordinal()).add(parts.get(column.ordinal()));
        }
    }

    /** Every stratum that a child of this finest stratum is counted in. */
    public List<Stratum> containing(Stratum finest) {
        return crossings.stream().map(columns -> keeping(finest, columns)).toList();
    }

    private static Stratum keeping(Stratum finest, Set<Column> columns) {
        List<String> parts = new ArrayList<>(finest.parts());
        for (Column column : Column.values()) {
            if (!columns.contains(column)) {
                parts.set(column.ordinal(), Stratum.ALL);
            }
        }
        return Stratum.parse(parts);
    }

    /** Every stratum of the table, crossing by crossing, also those in which nobody was seen. */
    public List<Stratum> grid() {
        List<Stratum> grid = new ArrayList<>();
        for (Set<Column> columns : crossings) {
            List<Stratum> crossed = List.of(Stratum.EVERYONE);
            for (Column column : Column.values()) {
                crossed = columns.contains(column) ? crossed(crossed, column) : crossed;
            }
            grid.addAll(crossed);
        }
        return grid;
    }

    private List<Stratum> crossed(List<Stratum> strata, Column column) {
        List<Stratum> crossed = new ArrayList<>();
        for (Stratum stratum : strata) {
            for (String level : levels.get(column.ordinal())) {
                List<String> parts = new ArrayList<>(stratum.parts());
                parts.set(column.ordinal(), level);
                crossed.add(Stratum.parse(parts));
            }
        }
        return crossed;
    }
}
