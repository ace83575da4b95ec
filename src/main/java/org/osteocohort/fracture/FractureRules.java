package org.osteocohort.fracture;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/** Reads {@link FractureSettings}: each a number of days (or years), or {@code {value, source}}. */
public final class FractureRules {
    /** The file's name beside the code sets. */
    public static final String FILE = "fracture-rules.yaml";

    private static final int LONGEST = 10_000;

    private FractureRules() {}

    /** The settings of a code set folder; every one must be there. */
    public static FractureSettings read(Path folder, List<Problem> problems) {
        YamlObject file = YamlFile.read(folder.resolve(FILE), problems);
        Map<String, Integer> values = new LinkedHashMap<>();
        for (String name : FractureSettings.NAMES) {
            values.put(name, number(file, name));
        }
        file.done();
        return FractureSettings.of(values);
    }

    /** The settings that a mapping names, and no other; a definition's own ones. */
    public static Map<String, Integer> own(YamlObject rules) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (String name : FractureSettings.NAMES) {
            if (rules.has(name)) {
                values.put(name, number(rules, name));
            }
        }
        rules.done();
        return values;
    }

    private static int number(YamlObject rules, String key) {
        if (!rules.isMapping(key)) {
            return rules.integer(key, 0, LONGEST);
        }
        YamlObject setting = rules.object(key);
        setting.text("source");
        int value = setting.integer("value", 0, LONGEST);
        setting.done();
        return value;
    }
}
