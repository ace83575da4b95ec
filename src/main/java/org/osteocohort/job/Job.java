package org.osteocohort.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What was asked, complete and checked; all paths are absolute.
 *
 * @param codeSets the folder of code set CSV files
 * @param localCodes files of the same shape with codes that a site made itself; may be empty
 * @param phenotypes the phenotype definition files, in the order in which they are reported
 * @param output under which runs are published
 * @param disclosure what the reports may show of small groups
 * @param reports how the reports count and divide the children
 * @param standardPopulations files of standard populations for standardized rates; may be empty
 * @param boneReference the user's table to compute Z-scores from g/cm2 with; null for none
 * @param heightAdjustment the user's coefficients to adjust Z-scores for height with; null for none
 * @param operation what says nothing about the numbers
 */
public record Job(
        String name,
        List<Extract> extracts,
        StudyPeriod study,
        Population population,
        Path codeSets,
        List<Path> localCodes,
        List<Path> phenotypes,
        OutputLocation output,
        Disclosure disclosure,
        ReportSettings reports,
        List<Path> standardPopulations,
        Path boneReference,
        Path heightAdjustment,
        Quality quality,
        JobOperation operation) {
    public Job {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(operation, "operation");
        extracts = List.copyOf(extracts);
        localCodes = List.copyOf(localCodes);
        phenotypes = List.copyOf(phenotypes);
        Objects.requireNonNull(reports, "reports");
        standardPopulations = List.copyOf(standardPopulations);
    }

    /** The same job about other extracts. */
    public Job withExtracts(List<Extract> others) {
        return with(others, operation);
    }

    /** The same question with another operation. */
    public Job with(JobOperation other) {
        return with(extracts, other);
    }

    private Job with(List<Extract> otherExtracts, JobOperation otherOperation) {
        return new Job(
                name,
                otherExtracts,
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
                otherOperation);
    }
}
