package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.tag.Tag;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.RandomHistories;
import org.osteocohort.testkit.RelativeDays;
import org.osteocohort.testkit.ShippedStudy;

/**
 * A child's classes over time. Day 0 is the child's eighth birthday; rows and spans tell their days as days before or
 * after it.
 */
class ClassHistoryTest {
    private static final LocalDate BORN = LocalDate.parse("2006-03-01");
    private static final LocalDate ZERO = LocalDate.parse("2014-03-01");
    private static final Assessor ASSESSOR =
            ShippedStudy.assessor("iscd-2019", "urmc-seed", "ward-broad", "dx-code", "iscd-2007");
    private static final String TWO_LIMBS = "0 | ICD10CM S42.301A\n100 | ICD10CM S72.301A\n";
    private static final String DIAGNOSIS = "150 | ICD10CM M81.8\n200 | ICD10CM M81.8\n";

    private static String low(int day) {
        return day + " | LOINC 85394-5 | -2.0 |\n";
    }

    private static String normal(int day) {
        return day + " | LOINC 85394-5 | -1.9 |\n";
    }

    @Test
    void suspectedFirstAndConfirmedYearsLater() {
        assertThat(classes("URMC_SEED", TWO_LIMBS + low(700)))
                .isEqualTo("suspected symptom 100..699; confirmed fractures_and_low_density 700..");
        assertThat(classes("ISCD_2019", TWO_LIMBS + low(700)))
                .isEqualTo("suspected limb_without_dxa 100..699; confirmed limb 700..");
    }

    @Test
    void suspectedUntilTheDensityProvedNormal() {
        assertThat(classes("ISCD_2019", TWO_LIMBS + normal(700))).isEqualTo("suspected limb_without_dxa 100..699");
        assertThat(verdict("ISCD_2019", TWO_LIMBS + normal(700)).caseClass()).isEqualTo(CaseClass.NOT_MET);
    }

    @Test
    void confirmedAgainAfterTheSuspicionWasLaid() {
        assertThat(classes("ISCD_2019", TWO_LIMBS + normal(300) + low(700)))
                .isEqualTo("suspected limb_without_dxa 100..299; confirmed limb 700..");
    }

    @Test
    void theClassFallsAndRises() {
        assertThat(classes("URMC_SEED", TWO_LIMBS + DIAGNOSIS + normal(300) + low(700)))
                .isEqualTo("suspected symptom 100..199; probable fractures_and_diagnosis 200..299;"
                        + " suspected symptom 300..699; confirmed fractures_and_low_density 700..");
    }

    @Test
    void withinAClassTheWayThatWasOpenFirst() {
        String spine = "400 | ICD10CM S32.010A\n";
        assertThat(classes("ISCD_2019", TWO_LIMBS + low(200) + spine))
                .isEqualTo("suspected limb_without_dxa 100..199; confirmed limb 200..");
        assertThat(classes("ISCD_2019", TWO_LIMBS + spine + low(500)))
                .isEqualTo("suspected limb_without_dxa 100..399; confirmed vertebral 400..");
    }

    @Test
    void aScanOnTheDayOfTheFractureLeavesNoDayToSuspect() {
        assertThat(classes("ISCD_2019", TWO_LIMBS + low(99))).isEqualTo("confirmed limb 100..");
        assertThat(classes("ISCD_2019", TWO_LIMBS + low(100))).isEqualTo("confirmed limb 100..");
        assertThat(classes("ISCD_2019", TWO_LIMBS + low(101)))
                .isEqualTo("suspected limb_without_dxa 100..100; confirmed limb 101..");
    }

    @Test
    void nothingOnRecordIsNoClassOnAnyDay() {
        assertThat(verdict("ISCD_2019", normal(1)).history()).isSameAs(ClassHistory.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "99, NOT_MET",
        "100, SUSPECTED",
        "299, SUSPECTED",
        "300, NOT_MET",
        "699, NOT_MET",
        "700, CONFIRMED",
        "9000, CONFIRMED"
    })
    void theClassOnADay(int day, CaseClass expected) {
        ClassHistory history =
                verdict("ISCD_2019", TWO_LIMBS + normal(300) + low(700)).history();
        assertThat(caseClass(history, ZERO.plusDays(day))).isEqualTo(expected);
    }

    @Test
    void twoClassesOnOneDayAreNoHistory() {
        ClassSpan first = span(CaseClass.SUSPECTED, 0, 9);
        assertThatThrownBy(() -> new ClassHistory(List.of(first, span(CaseClass.CONFIRMED, 9, 12))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * What is said of a day, the index date and the first fracture included, is what the record up to that day says at its
     * end. Left out are the days whose fracture events or causes later records changed: these are known with hindsight.
     */
    @Test
    void theClassOnADayIsThatOfTheRecordUpToThatDay() {
        int tried = 0;
        int leftOut = 0;
        int fellOrRose = 0;
        for (long seed = 1; seed <= 1000; seed++) {
            PatientHistory history = RandomHistories.of(seed);
            Assessment whole = ASSESSOR.assess(history);
            for (LocalDate day : days(history)) {
                Assessment then = ASSESSOR.assess(upTo(day, history));
                if (!sameFindings(day, whole, then)) {
                    leftOut += whole.verdicts().size();
                    continue;
                }
                for (int phenotype = 0; phenotype < whole.verdicts().size(); phenotype++) {
                    Verdict later = whole.verdicts().get(phenotype);
                    tried++;
                    fellOrRose += caseClass(later.history(), day) == later.caseClass() ? 0 : 1;
                    assertThat(found(then.verdicts().get(phenotype).atEnd()))
                            .as("seed %d, %s, day %s", seed, later.phenotype(), day)
                            .isEqualTo(found(later.history().on(day)));
                }
            }
        }
        assertThat(tried).isGreaterThan(10_000);
        assertThat(leftOut).as("of them and beside them").isLessThan(tried / 2);
        assertThat(fellOrRose).isGreaterThan(100);
    }

    private static TreeSet<LocalDate> days(PatientHistory history) {
        return history.events().stream().map(ClinicalEvent::date).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean sameFindings(LocalDate day, Assessment whole, Assessment then) {
        return then.fractures()
                        .equals(whole.fractures().stream()
                                .filter(event -> !event.date().isAfter(day))
                                .toList())
                && then.boneDensity()
                        .equals(whole.boneDensity().stream()
                                .filter(scan -> !scan.scanDate().isAfter(day))
                                .toList())
                && effects(day, then).equals(effects(day, whole));
    }

    private static List<String> effects(LocalDate day, Assessment assessment) {
        return assessment.tags().stream()
                .filter(Tag::qualifies)
                .flatMap(tag -> tag.effects().stream()
                        .filter(effect -> !effect.start().isAfter(day))
                        .map(effect ->
                                tag.role() + " " + tag.item() + " " + effect.start() + " " + effect.endsBefore(day)))
                .toList();
    }

    private static String found(Optional<ClassSpan> span) {
        return span.map(found -> found.caseClass() + " " + found.path() + " since " + found.indexDate()
                        + ", first fracture " + found.firstFractureDate())
                .orElse("none");
    }

    private static PatientHistory upTo(LocalDate day, PatientHistory history) {
        return new PatientHistory(
                history.patient(),
                history.observation(),
                history.visits(),
                history.events().stream()
                        .filter(event -> !event.date().isAfter(day))
                        .toList());
    }

    private static String classes(String phenotype, String rows) {
        List<String> spans = new ArrayList<>();
        for (ClassSpan span : verdict(phenotype, rows).history().spans()) {
            spans.add(span.caseClass().name().toLowerCase(Locale.ROOT) + " " + span.path() + " " + day(span.indexDate())
                    + ".." + (span.until() == null ? "" : day(span.until())));
        }
        return String.join("; ", spans);
    }

    private static CaseClass caseClass(ClassHistory history, LocalDate day) {
        return history.on(day).map(ClassSpan::caseClass).orElse(CaseClass.NOT_MET);
    }

    private static ClassSpan span(CaseClass caseClass, int from, int until) {
        return new ClassSpan(
                "ISCD_2019",
                caseClass,
                "limb",
                ZERO.plusDays(from),
                ZERO.plusDays(until),
                null,
                Etiology.UNDETERMINED,
                Collections.emptySortedSet(),
                List.of());
    }

    private static long day(LocalDate date) {
        return ChronoUnit.DAYS.between(ZERO, date);
    }

    private static Verdict verdict(String phenotype, String rows) {
        PatientHistory history = Histories.parse("born " + BORN + " male, observed " + BORN + " to 2030-01-01\n"
                + "date | code | value | unit | inpatient | days | route\n" + RelativeDays.dated(ZERO, rows));
        return ASSESSOR.assess(history).verdicts().stream()
                .filter(verdict -> verdict.phenotype().equals(phenotype))
                .findFirst()
                .orElseThrow();
    }
}
