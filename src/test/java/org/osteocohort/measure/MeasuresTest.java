package org.osteocohort.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;

class MeasuresTest {
    private static final List<Assessment> CHILDREN =
            AssessmentPicture.children("""
                    id | sex    | birth      | observed               | race  | ethnicity
                    a  | female | 2010-05-10 | 2019-01-01..2022-12-31 | White | -
                    b  | male   | 2012-05-10 | 2020-05-01..2021-03-31 | Asian | Hispanic
                    c  | male   | 2010-05-10 | 2019-01-01..2022-12-31 | -     | -
                    """).verdicts("""
                    id | phenotype | class     | index      | etiology  | causes
                    a  | ISCD_2019 | CONFIRMED | 2020-05-10 | SECONDARY | steroids
                    b  | ISCD_2019 | PROBABLE  | 2020-06-01 | GENETIC   | -
                    c  | ISCD_2019 | NOT_MET   | -          | -         | -
                    """).assessments();

    @Test
    void partialTalliesCarriedAsFlatRowsGiveTheSameReportsInAnyOrder() {
        Measures measures = Measures.of(MeasurePicture.twoYears());
        Tally whole = new Tally();
        CHILDREN.forEach(child -> measures.observe(child, whole));

        List<Assessment> backwards = new ArrayList<>(CHILDREN);
        Collections.reverse(backwards);
        Tally merged = new Tally();
        for (Assessment child : backwards) {
            Tally part = new Tally();
            measures.observe(child, part);
            part.rows().forEach(merged::add);
        }
        assertThat(measures.rows(merged)).isEqualTo(measures.rows(whole));
    }

    @Test
    void thereIsOneTableForEachMeasure() {
        assertThat(Measures.of(MeasurePicture.twoYears()).rows(new Tally()))
                .extracting(rows -> rows.table().name())
                .containsExactly(
                        "prevalence",
                        "incidence",
                        "standardized_rates",
                        "comparisons",
                        "cause_profile",
                        "treatment_coverage",
                        "time_to_treatment",
                        "persistence",
                        "fracture_rates",
                        "phenotype_overlap",
                        "attrition",
                        "data_quality");
    }

    @Test
    void theFrameCanBeSentBetweenMachines() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(MeasurePicture.twoYears());
        }
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(input.readObject()).isEqualTo(MeasurePicture.twoYears());
        }
    }
}
