package org.osteocohort.measure.quality;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/** The demands of all checks by name, as a file beside the code sets has them; a site may change them there. */
public record QualityChecks(Map<String, QualityCheck> byName) implements Serializable {
    /** The file's name beside the code sets. */
    public static final String FILE = "quality-checks.yaml";

    /** A check that no file mentions describes only. */
    private static final QualityCheck UNNAMED =
            new QualityCheck(KahnCategory.CONFORMANCE, Severity.CHARACTERIZATION, null);

    /** Demands nothing. */
    public static final QualityChecks NONE = new QualityChecks(Map.of());

    public QualityChecks {
        byName = Map.copyOf(byName);
    }

    /** The checks of a code set folder; mistakes are added to the problems. */
    public static QualityChecks read(Path folder, List<Problem> problems) {
        YamlObject file = YamlFile.read(folder.resolve(FILE), problems);
        Map<String, QualityCheck> checks = new TreeMap<>();
        file.named("checks").forEach((name, check) -> checks.put(name, check(check)));
        file.done();
        return new QualityChecks(checks);
    }

    private static QualityCheck check(YamlObject check) {
        KahnCategory category = check.constant("category", KahnCategory.class);
        Severity severity = check.constant("severity", Severity.class);
        Double threshold = null;
        if (check.has("threshold")) {
            threshold = check.number("threshold");
            if (threshold < 0 || threshold > 1) {
                check.problem("threshold", "a share from 0 to 1");
            }
        }
        check.text("source");
        check.done();
        return new QualityCheck(category, severity, threshold);
    }

    /** What a check demands; nothing when no file mentions it. */
    public QualityCheck of(String name) {
        return byName.getOrDefault(name, UNNAMED);
    }
}
