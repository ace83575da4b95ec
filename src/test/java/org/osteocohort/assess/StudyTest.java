package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.job.JobReader;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.statistics.StandardPopulation;
import org.osteocohort.testkit.ShippedStudy;

class StudyTest {
    private static final Path SAMPLE = ShippedStudy.FOLDER.resolve("sample.yaml");

    private static Study study(Map<String, String> overrides) {
        return Study.of(JobReader.read(SAMPLE, overrides));
    }

    private static List<String> problems(Map<String, String> overrides) {
        return catchThrowableOfType(BadJobException.class, () -> study(overrides)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void theSampleIsStandardizedToBothShippedPopulations() {
        assertThat(study(Map.of()).frame().standards())
                .extracting(StandardPopulation::name)
                .containsExactly("us_2000", "who_2000_2025");
    }

    @Test
    void aStandardMustHaveEveryAgeOfThePopulation() {
        assertThat(problems(Map.of("population.maxAgeYears", "21")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("does not have all ages of 19-20"));
        assertThat(study(Map.of("population.maxAgeYears", "20")).frame().standards())
                .hasSize(2);
    }

    @Test
    void twoStandardsOfOneNameWouldNotBeToldApart(@TempDir Path folder) throws IOException {
        Path copy = Files.copy(ShippedStudy.FOLDER.resolve("standards/us-2000.csv"), folder.resolve("copy.csv"));
        assertThat(problems(Map.of("standardPopulations[1]", copy.toString())))
                .singleElement()
                .asString()
                .contains("copy.csv", "us_2000");
    }

    @Test
    void aBrokenStandardIsAMistakeOfTheJob(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "standard,age_from,age_to,weight\ns,0,4,-1\n");
        assertThat(problems(Map.of("standardPopulations[0]", broken.toString())))
                .singleElement()
                .asString()
                .contains("broken.csv", "weight");
    }

    @Test
    void bandsOfMonthsCannotBeStandardized() {
        Map<String, String> months = Map.of("reports.ageBands", "[0, 6m, 1, 5]");
        assertThat(problems(months))
                .hasSize(2)
                .allMatch(problem -> problem.contains("it has no weight for the age band 0-5m"));
        assertThat(study(Map.of("reports.ageBands", "[0, 6m, 1, 5]", "standardPopulations", "[]"))
                        .frame()
                        .settings()
                        .ageBandStarts())
                .containsExactly(0, 6, 12, 60);
    }
}
