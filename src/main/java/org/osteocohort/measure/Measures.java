package org.osteocohort.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osteocohort.measure.cohort.AttritionMeasure;
import org.osteocohort.measure.cohort.CauseProfileMeasure;
import org.osteocohort.measure.cohort.PhenotypeOverlapMeasure;
import org.osteocohort.measure.comparison.Comparisons;
import org.osteocohort.measure.comparison.StandardizedRates;
import org.osteocohort.measure.fracture.FractureRateMeasure;
import org.osteocohort.measure.incidence.IncidenceMeasure;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.population.Contribution;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.prevalence.PrevalenceMeasure;
import org.osteocohort.measure.prevalence.PrevalenceRow;
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
    private final StudyFrame frame;
    private final PrevalenceMeasure prevalence;
    private final IncidenceMeasure incidence;
    private final List<Measure<?>> others;

    private Measures(StudyFrame frame, QualityChecks qualityChecks) {
        this.frame = frame;
        this.prevalence = new PrevalenceMeasure(frame);
        this.incidence = new IncidenceMeasure(frame);
        this.others = List.of(
                new CauseProfileMeasure(frame),
                new TreatmentCoverageMeasure(frame),
                new TimeToTreatmentMeasure(frame),
                new PersistenceMeasure(frame),
                new FractureRateMeasure(frame),
                new PhenotypeOverlapMeasure(frame),
                new AttritionMeasure(frame),
                new DataQualityMeasure(frame, qualityChecks));
    }

    /** Measures that demand nothing of the quality of the data. */
    public static Measures of(StudyFrame frame) {
        return of(frame, QualityChecks.NONE);
    }

    /** All measures of a study. */
    public static Measures of(StudyFrame frame, QualityChecks qualityChecks) {
        return new Measures(frame, qualityChecks);
    }

    /** Counts one child in every measure. */
    public void observe(Assessment child, Tally tally) {
        Contribution contributed = Contribution.of(child, frame);
        prevalence.observe(child, contributed, tally);
        incidence.observe(child, contributed, tally);
        for (Measure<?> measure : others) {
            measure.observe(child, tally);
        }
    }

    /** The rows of every report table, from the tally of all children; counts are not yet fit to be shown. */
    public List<TableRows<?>> rows(Tally tally) {
        // The largest table beside all others: they only look at the tally.
        CompletableFuture<List<IncidenceRow>> beside = CompletableFuture.supplyAsync(() -> incidence.rows(tally));
        List<PrevalenceRow> prevalent = prevalence.rows(tally);
        List<TableRows<?>> rest = new ArrayList<>();
        others.forEach(measure -> rest.add(rows(measure, tally)));
        List<IncidenceRow> incident = beside.join();
        List<TableRows<?>> tables = new ArrayList<>(List.of(
                new TableRows<>(prevalence.table(), prevalent),
                new TableRows<>(incidence.table(), incident),
                StandardizedRates.of(frame, prevalent, incident),
                Comparisons.of(frame, prevalent, incident)));
        tables.addAll(rest);
        return tables;
    }

    private static <R extends Record> TableRows<R> rows(Measure<R> measure, Tally tally) {
        return new TableRows<>(measure.table(), measure.rows(tally));
    }
}
