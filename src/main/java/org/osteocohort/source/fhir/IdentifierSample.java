package org.osteocohort.source.fhir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.files.FailedRead;
import org.osteocohort.source.files.LineScan;

/** The first lines of an export's first files of each kind, which are looked at for identifiers. */
final class IdentifierSample {
    private static final int LINES = 1000;
    private static final int LINES_OF_ANOTHER = 100;
    private static final int FILES_OF_A_TYPE = 10;

    private final ResourceFiles files;

    IdentifierSample(ResourceFiles files) {
        this.files = files;
    }

    /**
     * The files that are looked at, of kinds of which not all are. A file that is among them today may not have been
     * looked at before.
     */
    List<List<String>> ofMany() {
        return files.byTypes().values().stream()
                .filter(ofType -> ofType.size() > FILES_OF_A_TYPE)
                .map(IdentifierSample::first)
                .toList();
    }

    private static List<String> first(List<String> ofType) {
        return ofType.subList(0, Math.min(FILES_OF_A_TYPE, ofType.size()));
    }

    /**
     * What speaks against what the extract is declared to be.
     *
     * @param chosen which files to open, by their path within the extract
     */
    List<Problem> problems(Extract extract, Predicate<String> chosen) {
        IdentifierCheck check = new IdentifierCheck(extract);
        if (!check.isNeeded()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (List<String> ofType : files.byTypes().values()) {
            for (String file : first(ofType)) {
                if (chosen.test(file)) {
                    int lines = file.equals(ofType.get(0)) ? LINES : LINES_OF_ANOTHER;
                    look(extract.path().resolve(file), lines, check, problems);
                }
            }
        }
        problems.addAll(check.problems());
        return problems;
    }

    private static void look(Path file, int lines, IdentifierCheck check, List<Problem> problems) {
        try {
            LineScan.first(file, lines, line -> check.look(file.toString(), line));
        } catch (RuntimeException damaged) {
            problems.add(FailedRead.in(damaged).orElseThrow(() -> damaged));
        }
    }
}
