package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.fracture.FractureSite;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.MovedHistories;
import org.osteocohort.testkit.RandomHistories;
import org.osteocohort.testkit.ShippedStudy;

/**
 * What must hold of every child, tried on some hundred random ones. A failure tells the seed; {@link
 * RandomHistories#picture} draws the child.
 */
class AssessmentPropertiesTest {
    private static final long[] SEEDS = LongStream.range(1, 501).toArray();
    private static final Assessor ASSESSOR =
            ShippedStudy.assessor("iscd-2019", "urmc-seed", "ward-broad", "dx-code", "iscd-2007");

    @Test
    void theRandomChildrenReachEveryClassAndEtiology() {
        Set<CaseClass> classes = new TreeSet<>();
        Set<Etiology> etiologies = new TreeSet<>();
        for (long seed : SEEDS) {
            for (Verdict verdict : assess(RandomHistories.of(seed)).verdicts()) {
                classes.add(verdict.caseClass());
                verdict.atEnd().map(ClassSpan::etiology).ifPresent(etiologies::add);
            }
        }
        assertThat(classes).containsExactly(CaseClass.values());
        // The full work-up with normal results is too rare to be drawn; EtiologyEngineTest has pictures of it.
        assertThat(etiologies).hasSize(Etiology.values().length - 1).doesNotContain(Etiology.IJO_SUPPORTED);
    }

    @Test
    void theOrderOfRowsNeverMatters() {
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            assertThat(assess(Histories.shuffled(history, seed)))
                    .as("seed %d", seed)
                    .isEqualTo(assess(history));
        }
    }

    @Test
    void aSourceRowThatComesTwiceIsOneRow() {
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            List<ClinicalEvent> twice = new ArrayList<>(history.events());
            twice.addAll(history.events());
            PatientHistory repeated =
                    new PatientHistory(history.patient(), history.observation(), history.visits(), twice);
            assertThat(assess(Histories.shuffled(repeated, seed)))
                    .as("seed %d", seed)
                    .isEqualTo(assess(history));
        }
    }

    @Test
    void aRowThatIsFiledTwiceUnderTwoIdentifiersChangesNothingButNumbersOfRecords() {
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            assertThat(AssessmentEssence.of(assess(Histories.duplicated(history)), 0))
                    .as("seed %d", seed)
                    .isEqualTo(AssessmentEssence.of(assess(history), 0));
        }
    }

    @Test
    void anUnrelatedRecordChangesNothing() {
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            PatientHistory more = with(history, RandomHistories.unrelatedRows(history, seed));
            Assessment before = assess(history);
            Assessment after = assess(more);
            assertThat(more.events()).hasSizeGreaterThan(history.events().size());
            assertThat(after.verdicts()).as("seed %d", seed).isEqualTo(before.verdicts());
            assertThat(after.fractures()).as("seed %d", seed).isEqualTo(before.fractures());
            assertThat(after.boneDensity()).as("seed %d", seed).isEqualTo(before.boneDensity());
            assertThat(after.exposures()).as("seed %d", seed).isEqualTo(before.exposures());
            assertThat(after.tags()).as("seed %d", seed).isEqualTo(before.tags());
        }
    }

    @Test
    void aFurtherFractureOfLowEnergyNeverTakesAConfirmedCaseAway() {
        int tried = 0;
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            LocalDate day = quietDay(history, seed);
            if (day == null || fractured(history, FractureSite.FEMUR)) {
                continue;
            }
            Assessment before = assess(history);
            Assessment after = assess(with(history, """
                    date | code | table
                    %s | ICD10CM S72.301A | further
                    %s | ICD10CM W01.0XXA | further
                    """.formatted(day, day)));
            for (int phenotype = 0; phenotype < before.verdicts().size(); phenotype++) {
                if (before.verdicts().get(phenotype).caseClass() == CaseClass.CONFIRMED) {
                    tried++;
                    assertThat(after.verdicts().get(phenotype).caseClass())
                            .as(
                                    "seed %d, %s",
                                    seed, before.verdicts().get(phenotype).phenotype())
                            .isEqualTo(CaseClass.CONFIRMED);
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void everyIscdFractureHistoryIsAtLeastProbableInTheBroadView() {
        int tried = 0;
        for (long seed : SEEDS) {
            Assessment assessment = assess(RandomHistories.of(seed));
            Verdict iscd = verdict(assessment, "ISCD_2019");
            boolean history =
                    iscd.caseClass() != CaseClass.NOT_MET || iscd.flags().contains("fragilityNotExcluded");
            if (history) {
                tried++;
                assertThat(verdict(assessment, "WARD_BROAD").caseClass())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(CaseClass.PROBABLE);
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    /** 1461 days are four years, so every birthday and leap day moves along. */
    @ParameterizedTest
    @ValueSource(ints = {-1461 * 20, -1461, 1461, 1461 * 15})
    void aLifeMovedByLeapCyclesIsTheSameLife(int days) {
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            assertThat(AssessmentEssence.of(assess(MovedHistories.moved(history, days)), days))
                    .as("seed %d", seed)
                    .isEqualTo(AssessmentEssence.of(assess(history), 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1000", "-59", "1", "59", "365", "1000"})
    void aLifeMovedByAnyDaysIsTheSameLifeAwayFromBirthdays(int days) {
        for (long seed : SEEDS) {
            PatientHistory history = awayFromBirthdays(RandomHistories.of(seed));
            assertThat(AssessmentEssence.of(assess(MovedHistories.moved(history, days)), days))
                    .as("seed %d", seed)
                    .isEqualTo(AssessmentEssence.of(assess(history), 0));
        }
    }

    @Test
    void aTScoreOrADensityInGramsNeverChangesAVerdict() {
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            Random random = new Random(seed);
            StringBuilder rows = new StringBuilder("date | code | value | unit | table\n");
            for (ClinicalEvent event : history.events()) {
                String code = random.nextBoolean() ? "LOINC 38267-1 | -3.4 |" : "LOINC 24966-4 | 0.41 | ";
                String unit = random.nextBoolean() ? "g/cm2" : "";
                rows.append(
                        "%s | %s %s | density\n".formatted(event.date().plusDays(random.nextInt(5) - 2), code, unit));
            }
            assertThat(AssessmentEssence.verdicts(assess(with(history, rows.toString())), 0))
                    .as("seed %d", seed)
                    .isEqualTo(AssessmentEssence.verdicts(assess(history), 0));
        }
    }

    @Test
    void withoutDensitiesASuspicionOfTheClinicRemains() {
        int tried = 0;
        for (long seed : SEEDS) {
            PatientHistory history = RandomHistories.of(seed);
            Assessment before = assess(history);
            if (!before.boneDensity().isEmpty() && verdict(before, "URMC_SEED").caseClass() != CaseClass.NOT_MET) {
                tried++;
                PatientHistory without = only(history, event -> !density(event));
                assertThat(verdict(assess(without), "URMC_SEED").caseClass())
                        .as("seed %d", seed)
                        .isNotEqualTo(CaseClass.NOT_MET);
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    private static Assessment assess(PatientHistory history) {
        return ASSESSOR.assess(history);
    }

    private static Verdict verdict(Assessment assessment, String phenotype) {
        return assessment.verdicts().stream()
                .filter(verdict -> verdict.phenotype().equals(phenotype))
                .findFirst()
                .orElseThrow();
    }

    private static boolean density(ClinicalEvent event) {
        return ShippedStudy.CODE_SETS.match(event.code(), event.matchedBy()).stream()
                .anyMatch(row -> row.role().family() == Role.Family.DENSITY);
    }

    private static boolean fractured(PatientHistory history, FractureSite site) {
        return ShippedStudy.coded(history).with(Role.Family.FRACTURE).stream()
                .map(CodedEvent::row)
                .anyMatch(row -> row.item().endsWith(site.name().toLowerCase(Locale.ROOT)));
    }

    /** A day before the nineteenth birthday, a month or more away from everything on record. */
    private static LocalDate quietDay(PatientHistory history, long seed) {
        LocalDate birthDate = history.patient().birthDate();
        Random random = new Random(seed);
        for (int attempt = 0; birthDate != null && attempt < 100; attempt++) {
            LocalDate day = birthDate.plusDays(random.nextInt(19 * 365));
            if (history.events().stream().noneMatch(event -> daysBetween(event.date(), day) <= 30)) {
                return day;
            }
        }
        return null;
    }

    private static long daysBetween(LocalDate first, LocalDate second) {
        return Math.abs(ChronoUnit.DAYS.between(first, second));
    }

    private static PatientHistory with(PatientHistory history, String rows) {
        List<ClinicalEvent> events = new ArrayList<>(history.events());
        events.addAll(Histories.parse("born unknown\n" + rows).events());
        return new PatientHistory(history.patient(), history.observation(), history.visits(), events);
    }

    private static PatientHistory only(PatientHistory history, Predicate<ClinicalEvent> kept) {
        return new PatientHistory(
                history.patient(),
                history.observation(),
                history.visits(),
                history.events().stream().filter(kept).toList());
    }

    /** The age in completed years of no record depends on a few days more or less. */
    private static PatientHistory awayFromBirthdays(PatientHistory history) {
        LocalDate birthDate = history.patient().birthDate();
        if (birthDate == null) {
            return history;
        }
        List<ObservationPeriod> observation = history.observation().stream()
                .filter(period -> awayFromBirthdays(birthDate, period.start()))
                .toList();
        List<ClinicalEvent> events = history.events().stream()
                .filter(event -> awayFromBirthdays(birthDate, event.date()))
                .toList();
        return new PatientHistory(history.patient(), observation, history.visits(), events);
    }

    private static boolean awayFromBirthdays(LocalDate birthDate, LocalDate day) {
        int age = Age.completedYears(birthDate, day);
        return daysBetween(Age.birthday(birthDate, age), day) > 3
                && daysBetween(Age.birthday(birthDate, age + 1), day) > 3;
    }
}
