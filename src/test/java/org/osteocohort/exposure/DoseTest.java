package org.osteocohort.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.testkit.ShippedStudy;

class DoseTest {
    private static final ExposureEngine ENGINE =
            new ExposureEngine(DrugRules.read(ShippedStudy.FOLDER.resolve("codes/drug-rules.yaml")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // quantity, strength, daily, cumulative
                "  60,       5,        10,    300",
                "  15,       20,       10,    300",
                "  '',       5,        none,  none",
                "  60,       '',       none,  none",
                "  0,        5,        none,  none",
                "  60,       0,        none,  none",
                "  -60,      5,        none,  none",
            })
    void aDoseIsStrengthTimesQuantityAndUnknownIsNeverZero(
            String quantity, String strength, Double daily, Double cumulative) {
        DrugEra era = only("2020-01-01 | RXNORM 8640 | 30 | %s | %s | oral".formatted(quantity, strength));

        assertThat(era.dailyMilligrams()).isEqualTo(daily);
        assertThat(era.cumulativeMilligrams()).isEqualTo(cumulative);
        assertThat(era.prednisoneEquivalentMilligrams()).isEqualTo(cumulative);
    }

    @ParameterizedTest
    @CsvSource({
        // ingredient,   milligrams, as prednisone
        "  RXNORM 8640,  5,          5",
        "  RXNORM 8638,  5,          5",
        "  RXNORM 6902,  4,          5",
        "  RXNORM 10759, 4,          5",
        "  RXNORM 3264,  0.75,       5",
        "  RXNORM 1514,  0.75,       5",
        "  RXNORM 5492,  20,         5",
        "  RXNORM 2878,  25,         5",
        "  RXNORM 22396, 6,          5",
    })
    void glucocorticoidsAreComparedByTheirPrednisoneEquivalent(String code, double milligrams, double prednisone) {
        DrugEra era = only("2020-01-01 | %s | 1 | 1 | %s | oral".formatted(code, milligrams));

        assertThat(era.prednisoneEquivalentMilligrams()).isCloseTo(prednisone, within(1e-12));
    }

    @Test
    void otherDrugsHaveNoPrednisoneEquivalent() {
        DrugEra era = onlyOf("anticonvulsants", "2020-01-01 | RXNORM 114477 | 30 | 60 | 500 | oral");

        assertThat(era.cumulativeMilligrams()).isEqualTo(30_000);
        assertThat(era.prednisoneEquivalentMilligrams()).isNull();
    }

    @Test
    void oneUnknownDoseMakesTheErasDoseUnknown() {
        DrugEra era = only("""
                2020-01-01 | RXNORM 8640 | 30 | 60 | 5 | oral
                2020-01-31 | RXNORM 8640 | 30 |    | 5 | oral
                """);

        assertThat(era.days()).isEqualTo(60);
        assertThat(era.cumulativeMilligrams()).isNull();
        assertThat(era.dailyMilligrams()).isNull();
    }

    @Test
    void anOrderAndItsDispensingAreTheSameDrug() {
        DrugEra era = only("""
                2020-01-01 | RXNORM 8640 | 30 |    |    | oral | ordered
                2020-01-01 | RXNORM 8640 | 30 | 60 | 5  | oral | dispensed
                """);

        assertThat(era.cumulativeMilligrams()).isEqualTo(300);
    }

    /** Days 1 to 30 are told by the dispensing; the order of 1 mg a day adds the days 31 to 40. */
    @Test
    void onDaysThatNoCloserRecordTellsTheOrderCounts() {
        DrugEra era = only("""
                2020-01-01 | RXNORM 8640 | 40 | 40 | 1  | oral | ordered
                2020-01-01 | RXNORM 8640 | 30 | 60 | 5  | oral | dispensed
                """);

        assertThat(era.cumulativeMilligrams()).isEqualTo(310);
        assertThat(era.dailyMilligrams()).isEqualTo(7.75);
    }

    @Test
    void recordsOfOneKindAddUp() {
        DrugEra era = only("""
                2020-01-01 | RXNORM 8640 | 30 | 60 | 5  | oral | dispensed
                2020-01-01 | RXNORM 8640 | 30 | 30 | 1  | oral | dispensed
                """);

        assertThat(era.dailyMilligrams()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // kind,        daily
                "  administered, 1000",
                "  dispensed,    none",
                "  unknown,      none",
            })
    void withoutAnEndOnlyADoseGivenIsADailyDose(String kind, Double daily) {
        DrugEra era = only("2020-01-01 | RXNORM 6902 | | 1 | 1000 | parenteral | " + kind);

        assertThat(era.cumulativeMilligrams()).isEqualTo(1000);
        assertThat(era.dailyMilligrams()).isEqualTo(daily);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // product,     quantity, item,                           cumulative
                "  HCPCS J3489, 4,        bisphosphonate.zoledronic_acid, 4",
                "  HCPCS J2430, 2,        bisphosphonate.pamidronate,     60",
                "  HCPCS J3489, '',       bisphosphonate.zoledronic_acid, none",
                "  HCPCS J3488, 1,        bisphosphonate.zoledronic_acid, 1",
                "  HCPCS J3487, 1,        bisphosphonate.zoledronic_acid, 1",
                "  HCPCS Q2051, 1,        bisphosphonate.zoledronic_acid, 1",
                "  HCPCS J1740, 3,        bisphosphonate.other,           3",
                "  HCPCS J0897, 60,       other_bone_drug.denosumab,      60",
                "  HCPCS J7512, 5,        corticosteroids,                5",
                "  HCPCS J7510, 1,        corticosteroids,                5",
                "  HCPCS J1100, 4,        corticosteroids,                4",
                "  HCPCS J1020, 1,        corticosteroids,                20",
                "  HCPCS J1030, 1,        corticosteroids,                40",
                "  HCPCS J1040, 1,        corticosteroids,                80",
                "  HCPCS J2930, 1,        corticosteroids,                none",
            })
    void aBilledProductHasADoseWhenItsQuantityIsTold(String code, String quantity, String item, Double cumulative) {
        DrugEra era = onlyOf(item, "2020-01-01 | %s | | %s".formatted(code, quantity));

        assertThat(era.cumulativeMilligrams()).isEqualTo(cumulative);
        assertThat(era.records()).hasSize(1);
    }

    @Test
    void aBilledProductIsADoseGivenOnItsDay() {
        assertThat(only("2020-01-01 | HCPCS J1040 | | 1").dailyMilligrams()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // weighed,    value, unit,     mg/kg/day of 10 mg a day from 2020-01-01 to 2020-01-30
                "  2020-01-15, 20,    kg,       0.5",
                "  2020-01-15, 20,    '',       0.5",
                "  2020-01-15, 44.1,  [lb_av],  0.5",
                "  2020-01-15, 44.1,  lb,       0.5",
                "  2020-01-15, 20000, g,        0.5",
                "  2020-01-15, 20,    cm,       none",
                "  2020-01-15, 0.2,   kg,       none",
                "  2020-01-15, 301,   kg,       none",
                "  2020-01-15, '',    kg,       none",
                "  2019-10-03, 20,    kg,       0.5",
                "  2019-10-02, 20,    kg,       none",
                "  2020-04-29, 20,    kg,       0.5",
                "  2020-04-30, 20,    kg,       none",
            })
    void theDosePerKilogramNeedsAWeightNearTheEra(String weighed, String value, String unit, Double dose) {
        DrugEra era = only("""
                2020-01-01 | RXNORM 8640 | 30 | 60 | 5 | oral
                %s | LOINC 29463-7 | | | | | | %s | %s
                """.formatted(weighed, value, unit));

        if (dose == null) {
            assertThat(era.milligramsPerKilogramDay()).isNull();
        } else {
            assertThat(era.milligramsPerKilogramDay()).isCloseTo(dose, within(0.001));
        }
    }

    @Test
    void theNearestWeightCountsThenTheEarlierThenTheLower() {
        DrugEra era = only("""
                2020-01-01 | RXNORM 6902   | 31 | 31 | 8 | oral
                2020-01-21 | LOINC 29463-7 |    |    |   |  | | 50 | kg
                2020-01-11 | LOINC 29463-7 |    |    |   |  | | 25 | kg
                2020-01-11 | LOINC 3141-9  |    |    |   |  | | 20 | kg
                2020-02-11 | LOINC 29463-7 |    |    |   |  | | 10 | kg
                """);

        assertThat(era.milligramsPerKilogramDay()).isCloseTo(0.5, within(1e-12));
    }

    private static DrugEra only(String rows) {
        return onlyOf("corticosteroids", rows);
    }

    private static DrugEra onlyOf(String item, String rows) {
        List<DrugEra> eras = ENGINE
                .eras(ShippedStudy.coded("born 2008-01-01 male, observed 2008-01-01 to 2024-12-31\n"
                        + "date | code | days | quantity | strength | route | kind | value | unit\n" + rows))
                .stream()
                .filter(era -> era.item().equals(item))
                .toList();
        assertThat(eras).hasSize(1);
        return eras.get(0);
    }
}
