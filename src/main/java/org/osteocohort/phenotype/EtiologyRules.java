package org.osteocohort.phenotype;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/**
 * When a case has a cause and when it is idiopathic; all spans in days, ages in completed years.
 *
 * @param causeGroups tag groups whose items are causes
 * @param geneticItems items that make the etiology genetic
 * @param noBarItems causes that are reported but too unspecific to rule idiopathic disease out
 * @param barGroup tag group of other diseases that rule it out
 * @param causeDaysAfterIndex a cause found so long after the index still counts
 * @param lateCauseDays a cause found up to so long after the index re-classifies
 * @param observedDaysBefore observation before the index without which nothing is said of absence
 * @param observedDaysAfter observation after the index for the second grade
 * @param minAgeYears youngest age at index for the third grade
 * @param maxAgeYears oldest age at index for the third grade, inclusive
 * @param labDays the labs lie within so many days of the index, either side
 */
public record EtiologyRules(
        Set<String> causeGroups,
        Set<String> geneticItems,
        Set<String> noBarItems,
        String barGroup,
        int causeDaysAfterIndex,
        int lateCauseDays,
        int observedDaysBefore,
        int observedDaysAfter,
        int minAgeYears,
        int maxAgeYears,
        int labDays,
        List<RequiredLab> labs)
        implements Serializable {
    /** The file's name beside the code sets. */
    public static final String FILE = "etiology-rules.yaml";

    private static final int LONGEST = 10_000;

    public EtiologyRules {
        causeGroups = Set.copyOf(causeGroups);
        geneticItems = Set.copyOf(geneticItems);
        noBarItems = Set.copyOf(noBarItems);
        labs = List.copyOf(labs);
    }

    /** The rules of a code set folder; mistakes are added to the problems. */
    public static EtiologyRules read(Path folder, List<Problem> problems) {
        YamlObject file = YamlFile.read(folder.resolve(FILE), problems);
        EtiologyRules rules = new EtiologyRules(
                TagGroups.named(file, "causeGroups"),
                Set.copyOf(file.texts("geneticItems")),
                Set.copyOf(file.texts("noBarItems")),
                barGroup(file),
                number(file, "causeDaysAfterIndex"),
                number(file, "lateCauseDays"),
                number(file, "observedDaysBefore"),
                number(file, "observedDaysAfter"),
                number(file, "minAgeYears"),
                number(file, "maxAgeYears"),
                number(file, "labDays"),
                labs(file));
        file.done();
        return rules;
    }

    private static String barGroup(YamlObject file) {
        String group = file.text("barGroup");
        if (!group.isEmpty()) {
            TagGroups.named(file, "barGroup");
        }
        return group;
    }

    private static int number(YamlObject file, String key) {
        YamlObject setting = file.object(key);
        setting.text("source");
        int value = setting.integer("value", 0, LONGEST);
        setting.done();
        return value;
    }

    private static List<RequiredLab> labs(YamlObject file) {
        List<RequiredLab> labs = new ArrayList<>();
        for (YamlObject lab : file.objects("labs")) {
            lab.text("source");
            labs.add(new RequiredLab(
                    lab.texts("items"),
                    lab.has("from") ? lab.number("from") : null,
                    lab.has("to") ? lab.number("to") : null,
                    lab.text("unit", "")));
            lab.done();
        }
        return labs;
    }
}
