package org.osteocohort.measure.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;

/** The study is 2020 and 2021. */
class StudyCohortTest {
    @Test
    void aMemberIsOfTheClassTheIndexAndTheCausesThatWereKnownOnItsLastContributedDay() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id      | sex  | birth      | observed
                        surer   | male | 2010-05-10 | 2019-01-01..2021-06-30
                        late    | male | 2010-05-10 | 2019-01-01..2021-06-29
                        study   | male | 2010-05-10 | 2019-01-01..2022-12-31
                        normal  | male | 2010-05-10 | 2019-01-01..2021-06-30
                        before  | male | 2010-05-10 | 2019-01-01..2019-12-31
                        """).verdicts("""
                        id      | phenotype | class     | index      | until      | etiology     | causes
                        surer   | URMC_SEED | SUSPECTED | 2018-03-01 | 2021-06-29 | UNDETERMINED | -
                        surer   | URMC_SEED | CONFIRMED | 2021-06-30 | -          | SECONDARY    | steroids
                        surer   | DX_CODE   | CONFIRMED | 2018-03-01 | -          | UNDETERMINED | -
                        late    | URMC_SEED | SUSPECTED | 2018-03-01 | 2021-06-29 | UNDETERMINED | -
                        late    | URMC_SEED | CONFIRMED | 2021-06-30 | -          | SECONDARY    | steroids
                        study   | URMC_SEED | SUSPECTED | 2018-03-01 | 2021-12-31 | UNDETERMINED | -
                        study   | URMC_SEED | CONFIRMED | 2022-01-01 | -          | SECONDARY    | steroids
                        normal  | URMC_SEED | SUSPECTED | 2018-03-01 | 2021-06-29 | UNDETERMINED | -
                        before  | URMC_SEED | CONFIRMED | 2018-03-01 | -          | UNDETERMINED | -
                        """);
        assertThat(members(children))
                .containsExactly(
                        "surer URMC_SEED CONFIRMED 2021-06-30 SECONDARY [steroids]",
                        "surer DX_CODE CONFIRMED 2018-03-01 UNDETERMINED []",
                        "late URMC_SEED SUSPECTED 2018-03-01 UNDETERMINED []",
                        "study URMC_SEED SUSPECTED 2018-03-01 UNDETERMINED []");
    }

    private static List<String> members(AssessmentPicture children) {
        List<String> members = new ArrayList<>();
        for (Assessment child : children.assessments()) {
            for (ClassSpan span : StudyCohort.memberships(child, MeasurePicture.twoYears())) {
                members.add(child.history().patient().patientId() + " " + span.phenotype() + " " + span.caseClass()
                        + " " + span.indexDate() + " " + span.etiology() + " " + span.causes());
            }
        }
        return members;
    }
}
