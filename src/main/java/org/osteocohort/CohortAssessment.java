package org.osteocohort;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.assess.AssessmentStage;
import org.osteocohort.assess.InputChecks;
import org.osteocohort.assess.QualityGate;
import org.osteocohort.assess.Study;
import org.osteocohort.cache.StudyCache;
import org.osteocohort.job.Job;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.source.Extracts;

/**
 * Every child of a job assessed and counted. What an earlier run found out of the same files by the same rules is not
 * found out again: when nothing changed, the assessment as a whole; else the rows of files that did not change.
 */
final class CohortAssessment {
    private final StudyInputs inputs;
    private final StudyCache cache;
    private final Consumer<String> stage;

    private CohortAssessment(Job job, StudyCache cache, Consumer<String> stage) {
        this.inputs = new StudyInputs(job, cache.fingerprints(), cache::opened);
        this.cache = cache;
        this.stage = stage;
    }

    /**
     * Uses the cache of the job's output, unless the job asks for a full run or the output is no local folder.
     *
     * @param stage told what is being done now
     */
    static CohortAssessment of(Job job, SparkSession spark, Clock clock, Consumer<String> stage) {
        boolean remembers = !job.operation().full() && job.output().isLocal();
        StudyCache cache = remembers
                ? StudyCache.in(
                        job.output().path().resolve(OutputFolder.CACHE),
                        spark,
                        ProgramDigest.of(spark.version()),
                        clock)
                : StudyCache.none(spark, clock);
        return new CohortAssessment(job, cache, stage);
    }

    /** What was read. */
    StudyInputs inputs() {
        return inputs;
    }

    /**
     * Assesses the children.
     *
     * @param usable the job, or the job without the sites that were left out
     * @param attempts where the tasks write the restricted rows
     * @throws org.osteocohort.problem.BadInputException when no report can be made of the extracts
     * @throws org.osteocohort.problem.QualityGateException when too many rows of a table cannot be used, or a fatal
     *     check has failed
     */
    Tally assess(Job usable, Study study, String attempts) {
        stage.accept("looking at the input files");
        inputs.look(usable);
        // Before anything long is done, so that a run that is killed leaves the next one less to do.
        cache.keepFingerprints();
        String asked = RunDescription.questionDigest(usable, inputs);
        Optional<Tally> known = cache.assessed(asked, attempts);
        known.ifPresent(same -> stage.accept("nothing changed: using the children as an earlier run assessed them"));
        return known.orElseGet(() -> anew(usable, study, asked, attempts));
    }

    private Tally anew(Job usable, Study study, String asked, String attempts) {
        stage.accept("reading the extracts");
        Dataset<Row> bundles =
                cache.rows(usable.extracts(), study.codeSets(), inputs::files, () -> inputs.requireUnchanged(usable));
        stage.accept("assessing the children");
        Tally tally = AssessmentStage.assess(bundles, study, Extracts.partitions(usable.extracts()), attempts);
        inputs.requireUnchanged(usable);
        InputChecks.require(tally, usable);
        QualityGate.require(tally, usable, study);
        // What did not pass the checks is not kept, so what is kept need not pass them again.
        cache.keep(asked, tally, attempts);
        return tally;
    }
}
