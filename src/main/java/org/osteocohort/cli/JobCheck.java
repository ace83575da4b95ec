package org.osteocohort.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSetLint;
import org.osteocohort.codes.CodeSetLint.Finding;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.job.Job;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;

/**
 * What a job points to, read and found in order.
 *
 * @param codes the rows of all code set files
 * @param warnings what the author of the code sets may want to know
 * @param phenotypes the names, in the order of the job
 */
record JobCheck(List<CodeRow> codes, List<Problem> warnings, List<String> phenotypes) {
    JobCheck {
        codes = List.copyOf(codes);
        warnings = List.copyOf(warnings);
        phenotypes = List.copyOf(phenotypes);
    }

    /**
     * Reads the code sets and phenotypes of a job.
     *
     * @throws BadJobException with everything that is wrong in all of them
     */
    static JobCheck of(Job job, Operations operations) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        List<CodeRow> codes = codes(job.codeSets(), job.localCodes(), problems, warnings);
        operations.rules(job, problems);
        List<String> phenotypes = phenotypes(job.phenotypes(), operations, problems);
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
        return new JobCheck(codes, warnings, phenotypes);
    }

    /** The rows of a folder and of local files; what is wrong with them is added to the lists. */
    static List<CodeRow> codes(Path folder, List<Path> localFiles, List<Problem> problems, List<Problem> warnings) {
        CodeSetReader reader = CodeSetReader.read(folder, localFiles);
        problems.addAll(reader.problems());
        if (reader.rows().isEmpty()) {
            // That every role is missing would be told besides.
            return List.of();
        }
        for (Finding finding : CodeSetLint.findings(reader.rows())) {
            switch (finding.severity()) {
                case ERROR -> problems.add(finding.problem());
                case WARNING -> warnings.add(finding.problem());
            }
        }
        return reader.rows();
    }

    private static List<String> phenotypes(List<Path> files, Operations operations, List<Problem> problems) {
        List<String> names = new ArrayList<>();
        Map<String, Path> fileOf = new HashMap<>();
        for (Path file : files) {
            int before = problems.size();
            Operations.PhenotypeSummary phenotype = operations.phenotype(file, problems);
            if (problems.size() == before) {
                Path other = fileOf.putIfAbsent(phenotype.name(), file);
                if (other != null) {
                    String what = "the name " + phenotype.name() + " is that of " + other + ", expected another";
                    problems.add(new Problem(file.toString(), what));
                }
                names.add(phenotype.name());
            }
        }
        return names;
    }
}
