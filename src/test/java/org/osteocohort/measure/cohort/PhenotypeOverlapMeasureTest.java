package org.osteocohort.measure.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class PhenotypeOverlapMeasureTest {
    private static final StudyFrame FRAME = new StudyFrame(
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2021, 12, 31),
            0,
            19,
            List.of(MeasurePicture.ISCD, new StudyPhenotype("DX_CODE", false)),
            List.of("north"),
            List.of(),
            ReportSettings.USUAL);

    private static List<PhenotypeOverlapRow> overall() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id     | sex    | birth      | observed
                        both   | male   | 2010-05-10 | 2015-01-01..2021-12-31
                        one    | male   | 2010-05-10 | 2015-01-01..2021-12-31
                        other  | female | 2010-05-10 | 2015-01-01..2021-12-31
                        no     | female | 2010-05-10 | 2015-01-01..2021-12-31
                        late   | female | 2010-05-10 | 2015-01-01..2021-12-31
                        unseen | female | 2010-05-10 | 2015-01-01..2015-12-31
                        gone   | female | 2010-05-10 | 2015-01-01..2020-06-30
                        """).verdicts("""
                        id     | phenotype | class     | index
                        both   | ISCD_2019 | CONFIRMED | 2020-01-01
                        both   | DX_CODE   | PROBABLE  | 2019-01-01
                        one    | ISCD_2019 | CONFIRMED | 2021-12-31
                        other  | DX_CODE   | CONFIRMED | 2020-01-01
                        late   | ISCD_2019 | CONFIRMED | 2022-01-01
                        unseen | ISCD_2019 | CONFIRMED | 2015-06-01
                        gone   | ISCD_2019 | CONFIRMED | 2020-07-01
                        gone   | DX_CODE   | CONFIRMED | 2020-06-30
                        """);
        return MeasurePicture.rows(new PhenotypeOverlapMeasure(FRAME), children).stream()
                .filter(row -> row.sex().equals("all"))
                .toList();
    }

    @Test
    void everyChildWhoContributesADayIsInOneOfFourParts() {
        assertThat(RowPicture.of(
                        PhenotypeOverlapRow.TABLE,
                        overall(),
                        "phenotype | other_phenotype | case_class | both | only_phenotype | only_other | neither"))
                .isEqualTo(RowPicture.plain("""
                        phenotype | other_phenotype | case_class            | both | only_phenotype | only_other | neither
                        ISCD_2019 | DX_CODE         | confirmed             | 0 | 2 | 2 | 2
                        ISCD_2019 | DX_CODE         | confirmed_or_probable | 1 | 1 | 2 | 2
                        ISCD_2019 | DX_CODE         | any                   | 1 | 1 | 2 | 2
                        """));
    }

    @Test
    void kappaIsAgreementBeyondChance() {
        // Observed 3 of 6; by chance 2/6 * 3/6 + 4/6 * 3/6.
        double chance = 0.5;
        assertThat(overall().get(2).kappa()).isCloseTo((0.5 - chance) / (1 - chance), within(1e-12));
    }
}
