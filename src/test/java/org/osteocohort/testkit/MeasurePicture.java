package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.phenotype.Assessment;

/** Frames and counts for the tests of measures. */
public final class MeasurePicture {
    public static final StudyPhenotype ISCD = new StudyPhenotype("ISCD_2019", true);

    private MeasurePicture() {}

    /** Two calendar years, children below 19, one phenotype, one site and a few causes. */
    public static StudyFrame twoYears() {
        return frame("2020-01-01", "2021-12-31");
    }

    /** The same with settings of its own. */
    public static StudyFrame twoYears(ReportSettings settings) {
        return frame("2020-01-01", "2021-12-31", settings);
    }

    public static StudyFrame frame(String start, String end) {
        return frame(start, end, ReportSettings.USUAL);
    }

    private static StudyFrame frame(String start, String end, ReportSettings settings) {
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
                        new StudyItem(ItemKind.LIFESTYLE, "inactivity_immobility")),
                settings);
    }

    public static <R extends Record> List<R> rows(Measure<R> measure, AssessmentPicture picture) {
        return rows(measure, picture.assessments());
    }

    public static <R extends Record> List<R> rows(Measure<R> measure, List<Assessment> children) {
        Tally tally = new Tally();
        children.forEach(child -> measure.observe(child, tally));
        return measure.rows(tally);
    }
}
