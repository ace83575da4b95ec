package org.osteocohort.measure;

import java.util.List;
import org.osteocohort.measure.cohort.AttritionMeasure;
import org.osteocohort.measure.cohort.CauseProfileMeasure;
import org.osteocohort.measure.cohort.PhenotypeOverlapMeasure;
import org.osteocohort.measure.fracture.FractureRateMeasure;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.prevalence.PrevalenceMeasure;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.quality.QualityChecks;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.treatment.PersistenceMeasure;
import org.osteocohort.measure.treatment.TimeToTreatmentMeasure;
import org.osteocohort.measure.treatment.TreatmentCoverageMeasure;
import org.osteocohort.phenotype.Assessment;

/**
 * All measures of a run. Not to be sent between machines: send the {@link StudyFrame}, and make the measures where the
 * children are.
 */
public final class Measures {
    private final List<Measure<?>> measures;

    private Measures(List<Measure<?>> measures) {
        this.measures = List.copyOf(measures);
    }

    /** Measures that demand nothing of the quality of the data. */
    public static Measures of(StudyFrame frame) {
        return of(frame, QualityChecks.NONE);
    }

    /** All measures of a study. */
    public static Measures of(StudyFrame frame, QualityChecks qualityChecks) {
        return new Measures(List.of(
                new PrevalenceMeasure(frame),
                new CauseProfileMeasure(frame),
                new TreatmentCoverageMeasure(frame),
                new TimeToTreatmentMeasure(frame),
                new PersistenceMeasure(frame),
                new FractureRateMeasure(frame),
                new PhenotypeOverlapMeasure(frame),
                new AttritionMeasure(frame),
                new DataQualityMeasure(frame, qualityChecks)));
    }

    /** Counts one child in every measure. */
    public void observe(Assessment child, Tally tally) {
        for (Measure<?> measure : measures) {
            measure.observe(child, tally);
        }
    }

    /** The rows of every report table, from the tally of all children; counts are not yet fit to be shown. */
    public List<TableRows<?>> rows(Tally tally) {
        return measures.stream()
                .<TableRows<?>>map(measure -> rows(measure, tally))
                .toList();
    }

    private static <R extends Record> TableRows<R> rows(Measure<R> measure, Tally tally) {
        return new TableRows<>(measure.table(), measure.rows(tally));
    }
}
