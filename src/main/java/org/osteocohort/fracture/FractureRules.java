package org.osteocohort.fracture;

import java.nio.file.Path;
import java.util.List;
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
        return of(YamlFile.read(folder.resolve(FILE), problems), null);
    }

    /** Settings of a mapping; what it does not say is taken from the common ones. */
    public static FractureSettings of(YamlObject rules, FractureSettings common) {
        FractureSettings settings = new FractureSettings(
                number(rules, "episodeGapDays", common == null ? null : common.episodeGapDays()),
                number(rules, "episodeCapDays", common == null ? null : common.episodeCapDays()),
                number(rules, "eventMergeDays", common == null ? null : common.eventMergeDays()),
                number(rules, "traumaDaysBefore", common == null ? null : common.traumaDaysBefore()),
                number(rules, "traumaDaysAfter", common == null ? null : common.traumaDaysAfter()),
                number(rules, "localDiseaseDaysBefore", common == null ? null : common.localDiseaseDaysBefore()),
                number(rules, "localDiseaseDaysAfter", common == null ? null : common.localDiseaseDaysAfter()),
                number(
                        rules,
                        "unspecificPathologicLocalDiseaseDays",
                        common == null ? null : common.unspecificPathologicLocalDiseaseDays()),
                number(rules, "cutShortCodeLookbackDays", common == null ? null : common.cutShortCodeLookbackDays()),
                number(rules, "confirmationDays", common == null ? null : common.confirmationDays()),
                number(rules, "leftTruncationAgeYears", common == null ? null : common.leftTruncationAgeYears()));
        rules.done();
        return settings;
    }

    private static int number(YamlObject rules, String key, Integer common) {
        if (common != null && !rules.has(key)) {
            return common;
        }
        if (rules.isMapping(key)) {
            YamlObject setting = rules.object(key);
            setting.text("source");
            int value = setting.integer("value", 0, LONGEST);
            setting.done();
            return value;
        }
        return rules.integer(key, 0, LONGEST);
    }
}
