package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.assess.Study;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSetLint;
import org.osteocohort.codes.Role;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.phenotype.Phenotype;
import org.osteocohort.phenotype.Setting;
import org.osteocohort.testkit.ShippedStudy;

/** What the project ships is in order and speaks of everything that the clinic page speaks of. */
class ShippedCodeSetsTest {
    private static final List<CodeRow> ROWS = ShippedStudy.CODE_SETS.rows();
    private static final Set<String> VERIFIED = Set.of("yes", "memory");

    /** The same code in the same role for the same item, whatever its match. */
    private record Meaning(String item, Role role, CodeKey key) {}

    @Test
    void noRowIsAnError() {
        assertThat(CodeSetLint.problems(ROWS)).isEmpty();
    }

    @Test
    void noRowIsThereTwice() {
        Map<Meaning, List<String>> places = ROWS.stream()
                .collect(Collectors.groupingBy(
                        row -> new Meaning(row.item(), row.role(), row.key()),
                        Collectors.mapping(CodeRow::place, Collectors.toList())));
        assertThat(places.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @Test
    void everyRowSaysWhatItIsAndWhereItComesFrom() {
        assertThat(ROWS).hasSizeGreaterThan(1000).allSatisfy(row -> {
            assertThat(row.item()).as(row.place()).matches("[a-z0-9_]+(\\.[a-z0-9_]+)?");
            assertThat(row.key().code()).as(row.place()).isNotBlank();
            assertThat(row.description()).as(row.place()).isNotBlank();
            assertThat(row.source()).as(row.place()).isNotBlank();
            assertThat(VERIFIED).as(row.place()).contains(row.verified());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chronic_inflammatory_disease.crohn_ibd          | secondary_cause
            chronic_inflammatory_disease.juvenile_arthritis | secondary_cause
            prematurity                                     | secondary_cause
            cerebral_palsy                                  | secondary_cause
            malabsorption_syndrome                          | secondary_cause
            liver_disease                                   | secondary_cause
            osteogenesis_imperfecta                         | secondary_cause
            metabolic_condition.homocystinuria              | secondary_cause
            metabolic_condition.lysosomal                   | secondary_cause
            type1_diabetes                                  | secondary_cause
            cancer                                          | secondary_cause
            hyperparathyroidism                             | secondary_cause
            cushing_syndrome                                | secondary_cause
            anorexia_nervosa                                | secondary_cause
            kidney_disease                                  | secondary_cause
            steroids                                        | med_cause
            corticosteroids                                 | med_cause
            immunosuppressive_medications                   | med_cause
            anticonvulsants                                 | med_cause
            inactivity_immobility                           | lifestyle_cause
            excess_exercise_energy_imbalance                | lifestyle_cause
            calcium_vitamin_d_deficiency                    | lifestyle_cause
            bisphosphonate.zoledronic_acid                  | treatment
            bisphosphonate.pamidronate                      | treatment
            bisphosphonate.alendronate                      | treatment
            calcium_supplement                              | treatment
            vitamin_d_supplement                            | treatment
            weight_bearing_exercise                         | treatment
            nutrition_evaluation                            | evaluation
            pt_evaluation                                   | evaluation
            dxa_scan                                        | dxa_procedure
            skeletal_xray                                   | imaging
            long_bone.femur                                 | fracture_long_bone
            long_bone.humerus                               | fracture_long_bone
            long_bone.radius_ulna                           | fracture_long_bone
            long_bone.tibia_fibula                          | fracture_long_bone
            vertebral                                       | fracture_vertebral_compression
            osteoporosis_dx                                 | osteoporosis_dx
            idiopathic_juvenile_osteoporosis                | osteoporosis_dx""")
    void theClinicPagesItemIsAsked(String item, String role) {
        assertThat(ROWS)
                .filteredOn(CodeRow::active)
                .anyMatch(row -> row.item().equals(item) && row.role().label().equals(role));
    }

    @Test
    void theClinicPagesThirteenConditionsAreTheOnlyOnes() {
        Set<String> conditions = ROWS.stream()
                .filter(row -> row.active() && row.role() == Role.SECONDARY_CAUSE)
                .map(row -> row.item().replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(conditions).hasSize(13);
    }

    @Test
    void theDrugRulesSpeakForEveryActiveDrug() {
        assertThat(ROWS).anyMatch(row -> row.match() == CodeMatch.INGREDIENT && row.role() == Role.MED_CAUSE);
        assertThat(ShippedStudy.RULES.drugs().missingFor(ShippedStudy.CODE_SETS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"urmc-seed", "iscd-2007", "iscd-2019", "ward-broad", "dx-code"})
    void aShippedDefinitionTellsEverySetting(String file) {
        Phenotype phenotype = ShippedStudy.phenotype(file);
        String description = phenotype.describe().replaceAll("\\s+", " ");
        assertThat(phenotype.name()).isEqualTo(file.toUpperCase(Locale.ROOT).replace('-', '_'));
        assertThat(phenotype.settings()).isNotEmpty();
        for (Setting setting : phenotype.settings()) {
            assertThat(description)
                    .contains(" - " + setting.name() + " = " + setting.value())
                    .contains("(" + setting.source() + ")");
        }
        // In the sentences, and not only in the list of settings, stands what is asked of a child.
        String asked = description
                .substring(0, description.indexOf("Values and where they come from:"))
                .replace('_', ' ');
        // One value is a word of the file format only; the sentences say it in plain words.
        asked += asked.contains("adjusted for height when there is such a score, else as it is")
                ? "adjusted else raw"
                : "";
        List<String> missing = new ArrayList<>();
        for (Setting setting : phenotype.settings()) {
            for (String value : setting.value().split(", ")) {
                if (!value.equals("0") && !value.equals("event") && !asked.contains(value.replace('_', ' '))) {
                    missing.add(setting.name() + " " + value);
                }
            }
        }
        assertThat(missing).as("settings whose value the sentences leave out").isEmpty();
    }

    @Test
    void theSampleJobAndAllItPointsToAreInOrder() {
        Job job = JobReader.read(ShippedStudy.FOLDER.resolve("sample.yaml"), Map.of());
        Study study = Study.of(job);
        assertThat(study.phenotypes())
                .extracting(Phenotype::name)
                .containsExactly("ISCD_2019", "URMC_SEED", "WARD_BROAD", "DX_CODE");
        assertThat(job.extracts())
                .singleElement()
                .satisfies(extract -> assertThat(extract.path())
                        .isEqualTo(Path.of("sample-data", "omop").toAbsolutePath()));
    }
}
