package org.osteocohort.measure.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.job.Deidentification;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobOperation;
import org.osteocohort.job.OnFailure;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.job.Population;
import org.osteocohort.job.Quality;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.job.StudyPeriod;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class StudyFrameTest {
    private static Job job(String... sites) {
        return job(List.of(sites).stream().map(site -> extract(site, null)).toList());
    }

    private static Extract extract(String site, String extractDate) {
        return new Extract(
                site,
                ExtractFormat.OMOP,
                Path.of("extract", site),
                FileFormat.DETECTED,
                null,
                null,
                Deidentification.LIMITED_DATA_SET,
                OnFailure.STOP,
                extractDate == null ? null : LocalDate.parse(extractDate));
    }

    private static Job job(List<Extract> extracts) {
        return new Job(
                "nightly",
                extracts,
                new StudyPeriod(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)),
                new Population(0, 19),
                Path.of("codes"),
                List.of(),
                List.of(),
                OutputLocation.of(Path.of("output")),
                Disclosure.USUAL,
                ReportSettings.USUAL,
                List.of(),
                null,
                null,
                Quality.USUAL,
                JobOperation.NONE);
    }

    private static List<CodeRow> codeSet(String picture) {
        return RowPicture.parse(picture).stream()
                .map(row -> new CodeRow(
                        row.get("item"),
                        Role.labelled(row.get("role")).orElseThrow(),
                        new CodeKey(Vocabulary.LOCAL, "1"),
                        CodeMatch.EXACT,
                        row.get("active").equals("yes"),
                        "words",
                        "yes",
                        "test",
                        "test.csv",
                        2))
                .toList();
    }

    @Test
    void theCausesOfActiveRowsAreCountedWithTheWiderItemsTheyBelongTo() {
        StudyFrame frame = StudyFrame.of(job("north"), List.of(MeasurePicture.ISCD), codeSet("""
                        item                                    | role                      | active
                        chronic_inflammatory_disease.crohn_ibd  | secondary_cause           | yes
                        chronic_inflammatory_disease.other      | secondary_cause_extension | yes
                        metabolic_condition.lysosomal           | secondary_cause           | no
                        type1_diabetes                          | not_a_cause_override      | yes
                        steroids                                | med_cause_dx_flag         | yes
                        corticosteroids                         | med_cause_excluded        | yes
                        anticonvulsants                         | context                   | yes
                        inactivity_immobility                   | lifestyle_cause           | yes
                        long_bone.femur                         | fracture_long_bone        | yes
                        """));
        assertThat(frame.items().stream()
                        .map(item -> item.kind().label() + " " + item.item())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        secondary_cause chronic_inflammatory_disease.crohn_ibd
                        secondary_cause chronic_inflammatory_disease.other
                        seed_row chronic_inflammatory_disease
                        medication steroids
                        medication_union any_glucocorticoid
                        lifestyle inactivity_immobility""");
    }

    @Test
    void sitesAreSortedAndEachOnce() {
        assertThat(StudyFrame.of(job("south", "north", "south"), List.of(), List.of())
                        .sites())
                .containsExactly("north", "south");
    }

    @Test
    void aSiteNamedLikeTheTotalIsRefused() {
        Job job = job("north", "all");
        assertThatThrownBy(() -> StudyFrame.of(job, List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPeriodIsNotCompleteBeforeTheFirstExtractWasMade() {
        assertThat(completeYears("2020-12-31", null)).containsExactly("study", "2020");
        assertThat(completeYears("2021-06-30", "2020-12-31")).containsExactly("study", "2020");
        assertThat(completeYears("2021-06-30", "2020-12-30")).isEmpty();
        assertThat(completeYears(null, null)).containsExactly("study", "2020");
    }

    private static List<String> completeYears(String oneMade, String otherMade) {
        Job job = job(List.of(extract("north", oneMade), extract("south", otherMade), extract("west", null)));
        return ReportPeriod.of(StudyFrame.of(job, List.of(), List.of())).stream()
                .filter(ReportPeriod::complete)
                .map(ReportPeriod::name)
                .toList();
    }

    @Test
    void shiftedDatesBlurCalendarYearsButNotTheStudy() {
        StudyFrame trueDates = MeasurePicture.twoYears();
        StudyFrame shifted = new StudyFrame(
                trueDates.start(),
                trueDates.end(),
                trueDates.minAgeYears(),
                trueDates.maxAgeYears(),
                trueDates.phenotypes(),
                trueDates.sites(),
                trueDates.items(),
                trueDates.settings(),
                List.of(),
                null,
                true);
        assertThat(ReportPeriod.of(trueDates)).noneMatch(ReportPeriod::blurred);
        assertThat(ReportPeriod.of(shifted))
                .filteredOn(ReportPeriod::blurred)
                .extracting(ReportPeriod::name)
                .containsExactly("2020", "2021");
    }
}
