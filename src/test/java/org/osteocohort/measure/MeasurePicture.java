package org.osteocohort.measure;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.testkit.AssessmentPicture;

/** Frames and counts for the tests of measures. */
final class MeasurePicture {
    static final StudyPhenotype ISCD = new StudyPhenotype("ISCD_2019", true);

    private MeasurePicture() {}

    /** Two calendar years, children below 19, one phenotype, one site and a few causes. */
    static StudyFrame twoYears() {
        return frame("2020-01-01", "2021-12-31");
    }

    static StudyFrame frame(String start, String end) {
        return new StudyFrame(
                LocalDate.parse(start),
                LocalDate.parse(end),
                0,
                19,
                List.of(ISCD),
                List.of("north"),
                List.of(
                        new StudyItem(ItemKind.SECONDARY_CAUSE, "cerebral_palsy"),
                        new StudyItem(ItemKind.SECONDARY_CAUSE, "metabolic_condition.lysosomal"),
                        new StudyItem(ItemKind.SECONDARY_CAUSE, "metabolic_condition.homocystinuria"),
                        new StudyItem(ItemKind.MEDICATION, "steroids"),
                        new StudyItem(ItemKind.MEDICATION, "corticosteroids"),
                        new StudyItem(ItemKind.LIFESTYLE, "inactivity_immobility")));
    }

    static <R extends Record> List<R> rows(Measure<R> measure, AssessmentPicture picture) {
        return rows(measure, picture.assessments());
    }

    static <R extends Record> List<R> rows(Measure<R> measure, List<Assessment> children) {
        Tally tally = new Tally();
        children.forEach(child -> measure.observe(child, tally));
        return measure.rows(tally);
    }
}
