package org.osteocohort;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.assess.Study;
import org.osteocohort.disclosure.DisclosureControl;
import org.osteocohort.disclosure.DisclosureControl.Disclosed;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.page.ReportPage;
import org.osteocohort.page.section.StudyFacts;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.Manifest;
import org.osteocohort.publish.Manifest.Verdict;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.PublishedTable;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.publish.RunFolder;
import org.osteocohort.publish.RunId;
import org.osteocohort.trends.TrendRow;

/**
 * The whole study: read the extracts, bring each child's rows together, assess every child, count, hide small cells,
 * publish. Nothing is visible before the last step.
 */
public final class CohortStudy {
    private final Job job;
    private final SparkSession spark;
    private final Clock clock;
    private final Consumer<String> stage;

    /**
     * A study of a job.
     *
     * @param clock gives the time at which the run ended; nothing in the reports
     * @param stage told what is being done now
     */
    public CohortStudy(Job job, SparkSession spark, Clock clock, Consumer<String> stage) {
        this.job = job;
        this.spark = spark;
        this.clock = clock;
        this.stage = stage;
    }

    /** The name that a run gets, unless the output holds it already. */
    public static String runId(Job job, Instant started) {
        return RunId.of(started, RunDescription.jobDigest(job));
    }

    /**
     * Runs the study and publishes its reports.
     *
     * @param started names the run
     * @throws org.osteocohort.problem.BadJobException when code sets, rules or definitions have mistakes
     * @throws org.osteocohort.problem.BadInputException when no report can be made of the extracts
     * @throws org.osteocohort.problem.QualityGateException when too many rows of a table cannot be used, or a fatal check
     *     has failed
     * @throws org.osteocohort.publish.LockedException when another run works on the output
     * @throws PublishingException when the output cannot be written; what was published before is untouched
     */
    public StudyResult run(Instant started) {
        StageTimes stages = new StageTimes(stage, System::nanoTime);
        stages.accept("reading code sets and definitions");
        Study asked = Study.of(job);
        OutputFolder output = OutputFolder.of(job.output(), spark.sparkContext().hadoopConfiguration(), clock);
        try (RunFolder run = output.start(started, RunDescription.jobDigest(job), stages)) {
            SinceLastRun since = SinceLastRun.of(output, stages);
            CohortAssessment assessment = CohortAssessment.of(job, spark, clock, stages);
            SiteIsolation<Assessed> done = SiteIsolation.of(job, usable -> {
                Study study = usable.equals(job) ? asked : Study.of(usable);
                return new Assessed(study, assessment.assess(usable, study, run.attempts()));
            });
            Study study = done.result().study();
            Tally tally = done.result().tally();
            Disclosed disclosed =
                    since.sameAs(assessment, stages).orElseGet(() -> disclosed(study, tally, since, stages));
            Manifest manifest = RunDescription.manifest(
                    job, study, tally, assessment.inputs(), done.isolated(), since.runId(), spark, started);
            TableRows<TrendRow> trends = since.trends(disclosed.tables(), manifest, study.qualityChecks());
            stages.accept("writing the reports");
            List<TableRows<?>> reports = new ArrayList<>(disclosed.tables());
            reports.add(trends);
            List<PublishedTable> tables = new RunTables(job, run).write(tally, reports, disclosed);
            StudyFacts facts = StudyFacts.of(job, done.isolated().keySet(), RunDescription.origin(job));
            ReportPage.write(run.reports(), facts, study.phenotypes(), disclosed.tables());
            Verdict verdict = RunDescription.verdict(done.isolated(), trends.rows());
            OutputLocation published = run.publish(
                    manifest.ended(verdict, stages.ended(), clock.instant()),
                    tables,
                    job.operation().keepRuns());
            assessment.publishedBy(run.runId());
            return new StudyResult(run.runId(), published, reports, problems(done.isolated()));
        } catch (IOException exception) {
            throw new PublishingException("cannot write to the output " + job.output(), exception);
        }
    }

    private Disclosed disclosed(Study study, Tally tally, SinceLastRun since, Consumer<String> stages) {
        stages.accept("counting and hiding small cells");
        return new DisclosureControl(
                        job.disclosure().threshold(), job.disclosure().roundTo())
                .apply(study.measures().rows(tally), since.ledger());
    }

    private record Assessed(Study study, Tally tally) {}

    private static Map<String, List<Problem>> problems(Map<Extract, List<Problem>> isolated) {
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        isolated.forEach((extract, found) -> problems.put(extract.site(), found));
        return problems;
    }
}
