package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.quality.KahnCategory;
import org.osteocohort.measure.quality.QualityCheck;
import org.osteocohort.measure.quality.QualityChecks;
import org.osteocohort.measure.quality.Severity;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.QualityGateException;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.ShippedStudy;

class QualityGateTest {
    private static final Job JOB = JobReader.read(
            ShippedStudy.FOLDER.resolve("sample.yaml"),
            Map.of("extracts[0].site", "north", "quality.maxQuarantinedShare", "1"));
    private static final Study SHIPPED = Study.of(JOB);

    /** The sample's study with these checks and no other. */
    private static Study study(Map<String, QualityCheck> checks) {
        return new Study(
                SHIPPED.codeSets(),
                SHIPPED.rules(),
                SHIPPED.plausibility(),
                SHIPPED.phenotypes(),
                SHIPPED.frame(),
                new QualityChecks(checks),
                SHIPPED.lastDays());
    }

    private static Study missing(Severity severity) {
        return study(Map.of("missing", new QualityCheck(KahnCategory.COMPLETENESS, severity, 0.1)));
    }

    private static Tally faults(long faults) {
        Tally tally = new Tally();
        tally.add(TallyKey.of(DataQualityMeasure.ROWS, "north", "person"), 100);
        tally.add(TallyKey.of(DataQualityMeasure.FAULTS, "north", "person", "year_of_birth", "missing"), faults);
        return tally;
    }

    private static List<String> problems(Tally tally, Study study) {
        return catchThrowableOfType(QualityGateException.class, () -> QualityGate.require(tally, JOB, study))
                .problems()
                .stream()
                .map(Problem::what)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void aFatalCheckPassesBelowAndAtItsThreshold(long faults) {
        assertThatCode(() -> QualityGate.require(faults(faults), JOB, missing(Severity.FATAL)))
                .doesNotThrowAnyException();
    }

    @Test
    void aFatalCheckAboveItsThresholdEndsTheRunAndIsNamedWithShareAndThreshold() {
        assertThat(problems(faults(11), missing(Severity.FATAL)))
                .containsExactly("the fatal check missing on person.year_of_birth has failed: 11.00 % (11 of 100) are"
                        + " violations, allowed are 10.00 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONVENTION", "CHARACTERIZATION"})
    void aFailedCheckThatIsNotFatalEndsNothing(Severity severity) {
        assertThatCode(() -> QualityGate.require(faults(11), JOB, missing(severity)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsKnownOfTheChildrenMayBeFatalToo() {
        Study study =
                study(Map.of("birth_date_known", new QualityCheck(KahnCategory.COMPLETENESS, Severity.FATAL, 0.5)));
        Tally tally = new Tally();
        DataQualityMeasure measure = new DataQualityMeasure(study.frame(), study.qualityChecks());
        AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2015-01-01..2020-12-31
                        b  | male | -          | 2015-01-01..2020-12-31
                        c  | male | -          | 2015-01-01..2020-12-31
                        """).assessments().forEach(child -> measure.observe(child, tally));

        assertThat(problems(tally, study))
                .containsExactly("the fatal check birth_date_known on patients.birth_date has failed: 66.67 % (2 of 3)"
                        + " are violations, allowed are 50.00 %");
    }
}
