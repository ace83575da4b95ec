package org.osteocohort;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.assess.AssessmentStage;
import org.osteocohort.assess.Change;
import org.osteocohort.assess.InputChecks;
import org.osteocohort.assess.QualityGate;
import org.osteocohort.assess.Reassessment;
import org.osteocohort.assess.Study;
import org.osteocohort.cache.KeptAssessment;
import org.osteocohort.cache.StudyCache;
import org.osteocohort.cache.StudyRows;
import org.osteocohort.job.Job;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.source.Extracts;

/**
 * Every child of a job assessed and counted. What an earlier run found out by the same rules is not found out again: when
 * nothing changed, its assessment is that of this run; when files changed, only those children are assessed who have
 * other rows in them; when that cannot be told, or many did, all are, from the rows of the files that did not change.
 */
final class CohortAssessment {
    private final StudyInputs inputs;
    private final StudyCache cache;
    private final Consumer<String> stage;
    private String question;
    private String contents;

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
        contents = inputs.contents(usable);
        int partitions = Extracts.partitions(usable.extracts());
        question = RunDescription.questionDigest(usable, partitions);
        Optional<KeptAssessment> kept = cache.assessed(question);
        if (kept.filter(same -> same.contents().equals(contents)).isPresent()) {
            stage.accept("nothing changed: using the children as an earlier run assessed them");
            return cache.handOn(kept.get(), attempts);
        }
        stage.accept("reading the extracts");
        StudyRows rows =
                cache.rows(usable.extracts(), study.codeSets(), inputs::files, () -> inputs.requireUnchanged(usable));
        AssessmentStage assessment = new AssessmentStage(study, partitions, attempts);
        Tally tally = kept.flatMap(before -> changed(before, rows, assessment)).orElseGet(() -> anew(rows, assessment));
        inputs.requireUnchanged(usable);
        InputChecks.require(tally, usable);
        QualityGate.require(tally, usable, study);
        // What did not pass the checks is not kept, so what is kept need not pass them again.
        cache.keep(question, contents, rows, tally, attempts);
        return tally;
    }

    /** Whether a run published what came of the last assessment. */
    boolean isPublishedBy(String runId) {
        return cache.isPublished(question, contents, runId);
    }

    /** Notes that a run published it. */
    void publishedBy(String runId) {
        cache.published(question, contents, runId);
    }

    private Optional<Tally> changed(KeptAssessment before, StudyRows rows, AssessmentStage assessment) {
        return cache.changed(before, rows).flatMap(changed -> {
            stage.accept("assessing the children who changed");
            return Reassessment.of(
                    new Change(
                            before.tally(),
                            before.files().toString(),
                            changed.files(),
                            changed.gone(),
                            changed.added(),
                            changed.stayed()),
                    assessment);
        });
    }

    private Tally anew(StudyRows rows, AssessmentStage assessment) {
        stage.accept("assessing the children");
        return assessment.assess(rows.all());
    }
}
