package org.osteocohort.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osteocohort.ehr.Sex;
import org.osteocohort.generate.chart.CodedFact;
import org.osteocohort.generate.chart.DrugFact;
import org.osteocohort.generate.design.Archetype;
import org.osteocohort.generate.design.Archetypes;
import org.osteocohort.generate.design.DesignedFracture;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.StudyWindow;

class PopulationGeneratorTest {
    private static final double DAYS_PER_YEAR = 365.25;

    private static PopulationGenerator population(Profile profile) {
        return new PopulationGenerator(42, profile, StudyWindow.USUAL, "sample", 70);
    }

    @Test
    void aChildDoesNotDependOnTheChildrenBefore() {
        PopulationGenerator first = population(Profile.BONE_CLINIC);
        List<SyntheticPatient> inOrder = first.patients(300).toList();
        assertThat(population(Profile.BONE_CLINIC).patient(250)).isEqualTo(inOrder.get(250));
    }

    @Test
    void aMillionthChildIsMadeAsSoonAsTheFirst() {
        assertThat(population(Profile.GENERAL).patient(999_999).personId()).isEqualTo(1_000_000);
        assertThat(population(Profile.GENERAL).patients(Long.MAX_VALUE).limit(3))
                .hasSize(3);
    }

    @Test
    void anotherSeedGivesOtherChildren() {
        PopulationGenerator other = new PopulationGenerator(43, Profile.BONE_CLINIC, StudyWindow.USUAL, "sample", 70);
        assertThat(other.patient(500).design())
                .isNotEqualTo(population(Profile.BONE_CLINIC).patient(500).design());
    }

    @Test
    void everyArchetypeIsAmongAThousandChildrenOfEitherProfile() {
        Set<String> all = Archetypes.ALL.stream().map(Archetype::name).collect(Collectors.toSet());
        for (Profile profile : Profile.values()) {
            Set<String> present = population(profile)
                    .patients(1_000)
                    .map(patient -> patient.truth().archetype())
                    .collect(Collectors.toSet());
            assertThat(present).as(profile.label()).isEqualTo(all);
        }
    }

    @Test
    void aBoneClinicConfirmsSixtyToAHundredAndTwentyInAThousand() {
        long confirmed = population(Profile.BONE_CLINIC)
                .patients(1_000)
                .filter(patient -> patient.truth().urmcSeed().equals("CONFIRMED"))
                .count();
        assertThat(confirmed).isBetween(60L, 120L);
    }

    @Test
    void fracturesOfTheGeneralProfileAreOfThePublishedOrderAndCommonerInBoys() {
        double[] years = new double[2];
        double[] fractures = new double[2];
        population(Profile.GENERAL)
                .patients(12_000)
                .map(SyntheticPatient::design)
                .forEach(child -> {
                    int sex = child.sex() == Sex.MALE ? 0 : 1;
                    years[sex] += (child.observedTo().toEpochDay()
                                    - child.observedFrom().toEpochDay())
                            / DAYS_PER_YEAR;
                    fractures[sex] += child.fractures().size();
                });
        double boys = fractures[0] / years[0] * 1000;
        double girls = fractures[1] / years[1] * 1000;
        assertThat(boys).isCloseTo(16, within(3.0));
        assertThat(girls).isCloseTo(10.5, within(2.5));
        assertThat(boys).isGreaterThan(girls * 1.2);
    }

    @Test
    void theForearmIsTheLargestSite() {
        List<String> sites = population(Profile.GENERAL)
                .patients(5_000)
                .flatMap(patient -> patient.design().fractures().stream())
                .map(fracture -> fracture.bones().get(0).bone().site())
                .toList();
        long forearms = sites.stream().filter("FOREARM"::equals).count();
        assertThat(forearms).isGreaterThan(sites.size() * 3 / 10);
    }

    @Test
    void nothingIsRecordedOutsideTheTimeOfObservation() {
        population(Profile.BONE_CLINIC).patients(1_000).forEach(patient -> {
            List<LocalDate> days = new ArrayList<>();
            patient.chart().facts().stream().map(CodedFact::date).forEach(days::add);
            patient.chart().drugs().stream().map(DrugFact::date).forEach(days::add);
            patient.design().fractures().stream().map(DesignedFracture::date).forEach(days::add);
            DesignedPatient design = patient.design();
            assertThat(days)
                    .as(design.archetype())
                    .allMatch(day -> !day.isBefore(design.observedFrom()) && !day.isAfter(design.observedTo()));
            assertThat(design.observedFrom()).isBeforeOrEqualTo(design.observedTo());
            assertThat(design.birth()).isBeforeOrEqualTo(design.observedFrom());
        });
    }

    @Test
    void childrenAreOfEveryAgeUnderNineteenAndSomeAreOlder() {
        Set<Integer> ages = population(Profile.GENERAL)
                .patients(3_000)
                .map(SyntheticPatient::design)
                .map(child -> child.observedTo().getYear() - child.birth().getYear())
                .collect(Collectors.toSet());
        assertThat(ages).contains(2, 5, 8, 11, 14, 17, 18, 21, 24).allMatch(age -> age <= 25);
    }

    @Test
    void moreEventsMakeMoreRows() {
        double few = meanRows(40);
        double usual = meanRows(70);
        double many = meanRows(150);
        assertThat(usual).isCloseTo(70, within(10.0));
        assertThat(few).isLessThan(usual);
        assertThat(many).isGreaterThan(usual * 1.8);
    }

    private static double meanRows(int eventsPerPatient) {
        return new PopulationGenerator(42, Profile.GENERAL, StudyWindow.USUAL, "sample", eventsPerPatient)
                .patients(2_000)
                .mapToInt(patient -> patient.chart().rows())
                .average()
                .orElseThrow();
    }
}
