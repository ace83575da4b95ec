package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.problem.Problem;
import org.osteocohort.testkit.ShippedStudy;

class EtiologyRulesTest {
    /** Under a name that no tag has, every child would look as if it had no cause and nothing barred. */
    @ParameterizedTest
    @CsvSource({
        "[secondary_cause, [secondary_couse, causeGroups[0]",
        "med_cause, med_cause_optional, causeGroups[1]",
        "barGroup: ijo_exclusion_genetic_or_endocrine, barGroup: ijo_exclusion, barGroup[0]",
        "barGroup: ijo_exclusion_genetic_or_endocrine, '', barGroup"
    })
    void aGroupThatNoTagHasIsAMistake(String good, String bad, String key, @TempDir Path folder) throws IOException {
        String shipped = Files.readString(ShippedStudy.FOLDER.resolve("codes").resolve(EtiologyRules.FILE));
        assertThat(shipped).contains(good);
        Files.writeString(folder.resolve(EtiologyRules.FILE), shipped.replace(good, bad));
        List<Problem> problems = new ArrayList<>();
        EtiologyRules.read(folder, problems);
        assertThat(problems).singleElement().asString().contains(EtiologyRules.FILE + ": key '" + key + "' is ");
    }
}
