package org.osteocohort.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/**
 * Reads a job file. What is asked for is checked as far as the file system can tell; code sets, phenotypes and
 * extracts are opened by their own readers.
 */
public final class JobReader {
    /** Children, as in the seed: from birth up to the day before the 19th birthday. */
    private static final Population CHILDREN = new Population(0, 19);

    /** The oldest age that a study of children and adolescents may reach, exclusive. */
    private static final int OLDEST = 25;

    private static final int HIGHEST_THRESHOLD = 1000;
    private static final int COARSEST_ROUNDING = 100;
    private static final int LONGEST_NAME = 100;

    /** No record is older; an earlier year is a slip such as 0216. Later years may be shifted dates. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    private final YamlObject file;
    private final JobPaths paths;
    private final List<Problem> problems;

    private JobReader(Path file, ObjectNode tree, List<Problem> problems) {
        this.file = new YamlObject(file.toString(), "", tree, problems);
        this.paths = new JobPaths(file.toAbsolutePath().getParent());
        this.problems = problems;
    }

    /**
     * The job that a file describes. Relative paths start at the folder of the file.
     *
     * @param overrides values that replace those of the file, by key: {@code study.start}, {@code extracts[0].path}
     * @throws BadJobException with every problem of the file and the overrides
     */
    public static Job read(Path file, Map<String, String> overrides) {
        List<Problem> problems = new ArrayList<>();
        ObjectNode tree = YamlFile.tree(file, problems);
        // Nothing could be read: that every key is missing would be told besides.
        refuseIfAny(problems);
        Overrides.apply(tree, overrides, problems);
        Job job = new JobReader(file, tree, problems).job();
        refuseIfAny(problems);
        return job;
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
    }

    private Job job() {
        String name = name();
        int before = problems.size();
        List<Extract> extracts = new ExtractsReader(file, paths, problems).extracts();
        boolean extractsAreRight = problems.size() == before;
        StudyPeriod study = study();
        Population population = population();
        Path codeSets = paths.folder(file, "codeSets");
        List<Path> localCodes = paths.files(file, "localCodes");
        List<Path> phenotypes = phenotypes();
        OutputLocation output = output(extractsAreRight ? extracts : List.of());
        Disclosure disclosure = disclosure();
        ReportSettings reports = ReportSettingsReader.read(file);
        List<Path> standardPopulations = paths.files(file, "standardPopulations");
        Path boneReference = paths.file(file, "boneReference");
        Path heightAdjustment = paths.file(file, "heightAdjustment");
        Quality quality = quality();
        JobOperation operation = new OperationReader(file).operation(paths.start());
        file.done();
        return new Job(
                name,
                extracts,
                study,
                population,
                codeSets,
                localCodes,
                phenotypes,
                output,
                disclosure,
                reports,
                standardPopulations,
                boneReference,
                heightAdjustment,
                quality,
                operation);
    }

    private String name() {
        String name = file.text("name");
        boolean oneLine = name.codePoints().noneMatch(Character::isISOControl);
        if (!name.isEmpty() && (name.isBlank() || name.length() > LONGEST_NAME || !oneLine)) {
            file.problem("name", "a text of 1 to " + LONGEST_NAME + " characters on one line");
        }
        return name;
    }

    private StudyPeriod study() {
        int before = problems.size();
        YamlObject study = file.object("study");
        LocalDate start = day(study, "start");
        LocalDate end = day(study, "end");
        if (problems.size() == before && end.isBefore(start)) {
            study.problem("end", "a day that is not before the start");
        }
        study.done();
        return new StudyPeriod(start, end);
    }

    private static LocalDate day(YamlObject study, String key) {
        LocalDate day = study.date(key);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            study.problem(key, "a day from " + FIRST_YEAR + " on, as yyyy-MM-dd");
        }
        return day;
    }

    private Population population() {
        if (!file.has("population")) {
            return CHILDREN;
        }
        int before = problems.size();
        YamlObject population = file.object("population");
        int least = population.integer("minAgeYears", 0, OLDEST - 1, CHILDREN.minAgeYears());
        int most = population.integer("maxAgeYears", 1, OLDEST, CHILDREN.maxAgeYears());
        if (problems.size() == before && most <= least) {
            population.problem("maxAgeYears", "an age above minAgeYears, " + least);
        }
        population.done();
        return new Population(least, most);
    }

    private List<Path> phenotypes() {
        int before = problems.size();
        List<Path> phenotypes = paths.files(file, "phenotypes");
        if (phenotypes.isEmpty() && problems.size() == before) {
            file.problem("phenotypes", "a list of files, at least one");
        }
        return phenotypes;
    }

    private OutputLocation output(List<Extract> extracts) {
        OutputLocation output = paths.output(file, "output");
        for (Extract extract : extracts) {
            if (file.has("output") && output.isLocal() && output.path().startsWith(extract.path())) {
                file.problem("output", "a folder outside of the extract of site '" + extract.site() + "'");
            }
        }
        return output;
    }

    private Quality quality() {
        if (!file.has("quality")) {
            return Quality.USUAL;
        }
        YamlObject quality = file.object("quality");
        double share = Quality.USUAL.maxQuarantinedShare();
        if (quality.has("maxQuarantinedShare")) {
            int before = problems.size();
            share = quality.number("maxQuarantinedShare");
            if (problems.size() == before && !(share >= 0 && share <= 1)) {
                quality.problem("maxQuarantinedShare", "a share from 0 to 1");
            }
        }
        quality.done();
        return new Quality(share);
    }

    private Disclosure disclosure() {
        if (!file.has("disclosure")) {
            return Disclosure.USUAL;
        }
        YamlObject disclosure = file.object("disclosure");
        int threshold = disclosure.integer("threshold", 1, HIGHEST_THRESHOLD, Disclosure.USUAL.threshold());
        int roundTo = disclosure.integer("roundTo", 1, COARSEST_ROUNDING, Disclosure.USUAL.roundTo());
        disclosure.done();
        return new Disclosure(threshold, roundTo);
    }
}
