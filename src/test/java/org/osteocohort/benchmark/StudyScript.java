package org.osteocohort.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole study as plain SQL for DuckDB, in the order in which it runs: from an extract to the tables of children, and
 * from these to the reports. What is counted from tables of children judges the counting of the job in tests, too.
 */
public final class StudyScript {
    private static final Path FOLDER = Path.of("src/test/resources/org/osteocohort");

    /** From patients and their observation: whom the reports are about. */
    public static final List<String> POPULATION = List.of("counting/population");

    /** From the tables of children: every report; each file may read what an earlier one made. */
    public static final List<String> COUNTING = List.of(
            "counting/children",
            "counting/prevalence",
            "counting/incidence",
            "counting/standardized_rates",
            "counting/comparisons",
            "counting/cause_profile",
            "counting/fracture_rates",
            "counting/phenotype_overlap",
            "counting/attrition",
            "counting/treatments",
            "counting/treatment_coverage",
            "counting/time_to_treatment",
            "counting/persistence",
            "counting/data_quality");

    /** From an extract in OMOP's tables to files of Parquet. */
    public static final List<String> FILES = Stream.of(
                    List.of("benchmark/extract", "benchmark/patients"),
                    POPULATION,
                    List.of(
                            "benchmark/fractures",
                            "benchmark/bone_density",
                            "benchmark/exposures",
                            "benchmark/tags",
                            "benchmark/phenotypes",
                            "benchmark/counting-inputs"),
                    COUNTING,
                    List.of("benchmark/results"))
            .flatMap(List::stream)
            .toList();

    private StudyScript() {}

    static Path file(String name) {
        return FOLDER.resolve(name + ".sql");
    }
}
