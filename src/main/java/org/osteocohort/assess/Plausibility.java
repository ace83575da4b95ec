package org.osteocohort.assess;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/**
 * What values a child's record can hold.
 *
 * @param daysSupply of one drug record
 * @param daysAfterDeath in which records may still be entered
 */
record Plausibility(List<ResultRange> results, Range daysSupply, int daysAfterDeath) implements Serializable {
    /** The rule file in the code set folder. */
    static final String FILE = "plausibility-rules.yaml";

    private static final String NO_UNIT = "none";
    private static final Pattern MARKS = Pattern.compile("[\\s{}]");
    private static final int LONGEST_PAPERWORK = 3650;

    Plausibility {
        results = List.copyOf(results);
    }

    /** Both bounds inclusive. */
    record Range(double least, double most) implements Serializable {
        boolean contains(double value) {
            return value >= least && value <= most;
        }
    }

    /** One way to write a result; the item is empty when it holds for all of the role. */
    record ResultRange(Role role, String item, List<String> units, Range range) implements Serializable {
        ResultRange {
            units = List.copyOf(units);
        }

        private boolean isAbout(CodeRow row) {
            return row.role() == role && (item.isEmpty() || row.item().equals(item));
        }
    }

    /** Reads the rules of a code set folder; their mistakes are added to the problems. */
    static Plausibility read(Path folder, List<Problem> problems) {
        YamlObject file = YamlFile.read(folder.resolve(FILE), problems);
        List<ResultRange> results = new ArrayList<>();
        for (YamlObject entry : file.objects("results")) {
            Role role = entry.constant("role", Role.class);
            String item = entry.text("item", "");
            List<String> units = entry.texts("units");
            results.add(new ResultRange(role, item, units, range(entry)));
        }
        Range daysSupply = range(file.object("daysSupply"));
        int daysAfterDeath = file.integer("daysAfterDeath", 0, LONGEST_PAPERWORK);
        file.done();
        return new Plausibility(results, daysSupply, daysAfterDeath);
    }

    private static Range range(YamlObject entry) {
        Range range = new Range(entry.number("least"), entry.number("most"));
        entry.text("source");
        entry.done();
        return range;
    }

    /**
     * What a number can be that is recorded with a code and a unit: any of the ranges, anything when there is none.
     *
     * @param rows those that speak for the code
     * @param unit as recorded; null when it is not
     * @return empty when no result of the code is in that unit
     */
    Optional<List<Range>> ranges(List<CodeRow> rows, String unit) {
        String known = unit(unit);
        List<ResultRange> ways = rows.stream()
                .flatMap(row -> results.stream().filter(way -> way.isAbout(row)))
                .toList();
        List<Range> inUnit = ways.stream()
                .filter(way -> way.units().contains(known))
                .map(ResultRange::range)
                .toList();
        return !ways.isEmpty() && inUnit.isEmpty() ? Optional.empty() : Optional.of(inUnit);
    }

    private static String unit(String recorded) {
        String unit = recorded == null
                ? ""
                : MARKS.matcher(recorded.toLowerCase(Locale.ROOT)).replaceAll("");
        return unit.isEmpty() ? NO_UNIT : unit;
    }

    /**
     * Whether a drug record tells days that it cannot last.
     *
     * @param supply null when the record is not of a drug
     */
    boolean isOutOfRange(DrugSupply supply) {
        return supply != null && supply.daysSupply() != null && !daysSupply.contains(supply.daysSupply());
    }
}
