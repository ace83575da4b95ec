package org.osteocohort.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.measure.tally.TallyRow;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RandomChildren;

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

    /** So many batches of 250 children. */
    private static Map<String, List<TallyRow>> cells(int batches) {
        Measures measures = Measures.of(MeasurePicture.twoYears());
        Tally tally = new Tally();
        for (int batch = 0; batch < batches; batch++) {
            RandomChildren.of(batch, 250).forEach(child -> measures.observe(child, tally));
        }
        return tally.rows().stream().collect(Collectors.groupingBy(TallyRow::measure));
    }

    /**
     * Cells are crossings of levels, which fill up; here still on the way, since every second child is a case. Cells of
     * days grow with the cases until all days of two years are there.
     */
    @Test
    void fourTimesTheChildrenMakeFarFewerThanFourTimesTheCellsAndThoseOfDaysAreBounded() {
        Map<String, List<TallyRow>> few = cells(8);
        Map<String, List<TallyRow>> many = cells(32);

        Set<String> byDay = Set.of("time_to_treatment", "persistence");
        many.forEach((measure, rows) -> {
            if (!byDay.contains(measure)) {
                assertThat((double) rows.size() / few.get(measure).size())
                        .as(measure)
                        .isLessThan(2.5);
            }
        });
        byDay.forEach(measure -> {
            assertThat(many.get(measure)).isNotEmpty();
            assertThat(many.get(measure)).as(measure).allMatch(row -> dayOf(row) >= 0 && dayOf(row) <= 730);
        });
    }

    /** The fifth part of the key; the others are names of things that a job has few of. */
    private static int dayOf(TallyRow row) {
        return Integer.parseInt(TallyKey.split(row.cell()).get(4));
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
