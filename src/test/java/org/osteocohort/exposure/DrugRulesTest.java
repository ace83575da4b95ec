package org.osteocohort.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Role;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.testkit.ShippedStudy;

class DrugRulesTest {
    @TempDir
    private Path folder;

    @Test
    void everyMistakeIsToldWithItsPlace() throws IOException {
        Path file = file("""
                leastDaysSupply: {value: 1, source: x}
                mostDaysSupply: {value: 0, source: x}
                longestRecordDays: {value: 1.5, source: x}
                weightWindow: {value: 90, source: x}
                classes:
                  - name: steroids
                    items: [steroids]
                    gapDays: {value: 30}
                    chronicUse:
                      suppliedDays: {value: 400, source: x}
                      windowDays: {value: 365, source: x, unit: day}
                      countBridgedDays: perhaps
                    repeatedCourses:
                      courses: {value: 4, source: x}
                      routes: [mouth]
                    replacement:
                      ingredients: [cortisol]
                      diagnoses: [E25]
                    notAnExposure: [budesonide]
                    ingredients:
                      - {name: prednisone, codes: [RXNORM 8640], strength: 5}
                      - {name: prednisone, codes: [RXNORM 8640]}
                      - name: dexamethasone
                        codes: []
                        milligramsEqualToPrednisone5: 0.75
                        billedMilligrams:
                          HCPCS J1100: {value: 1, source: x}
                  - name: others
                    items: [steroids]
                    gapDays: {value: 30, source: x}
                    ingredients: none
                """);

        assertThatThrownBy(() -> DrugRules.read(file))
                .isInstanceOf(BadJobException.class)
                .message()
                .satisfies(message -> assertThat(
                                message.replace(file.toString(), "file").lines())
                        .containsExactlyInAnyOrder(
                                "file: key 'mostDaysSupply.value' is '0', expected a whole number from 1 to 40000",
                                "file: key 'longestRecordDays.value' is '1.5', expected a whole number from 1 to 40000",
                                "file: key 'weightWindowDays' is missing, expected keys and values",
                                "file: unknown key 'weightWindow', expected one of leastDaysSupply, mostDaysSupply,"
                                        + " longestRecordDays, weightWindowDays, classes",
                                "file: key 'classes[0].gapDays.source' is missing, expected a text",
                                "file: unknown key 'classes[0].chronicUse.windowDays.unit', expected one of source, value",
                                "file: key 'classes[0].chronicUse.suppliedDays.value' is '400', expected no more days than"
                                        + " the window has",
                                "file: key 'classes[0].chronicUse.countBridgedDays' is 'perhaps', expected true or false",
                                "file: key 'classes[0].repeatedCourses.routes' is 'mouth', expected one of oral,"
                                        + " parenteral, not_systemic, unknown",
                                "file: key 'classes[0].replacement.source' is missing, expected a text",
                                "file: key 'classes[0].replacement.ingredients[0]' is 'cortisol', expected the name of an"
                                        + " ingredient of the class",
                                "file: key 'classes[0].replacement.diagnoses[0]' is 'E25', expected a code with its"
                                        + " vocabulary, for example RXNORM 8640",
                                "file: key 'classes[0].notAnExposure[0]' is 'budesonide', expected the name of an"
                                        + " ingredient of the class",
                                "file: unknown key 'classes[0].ingredients[0].strength', expected one of codes, name,"
                                        + " gapDays, effectWindowDays, milligramsEqualToPrednisone5, enzymeInducer,"
                                        + " billedMilligrams",
                                "file: key 'classes[0].ingredients[1].name' is 'prednisone', expected a name that stands"
                                        + " once in its class",
                                "file: key 'classes[0].ingredients[1].codes' is '[\"RXNORM 8640\"]', expected codes that"
                                        + " stand once in their class",
                                "file: key 'classes[0].ingredients[2].codes' is '[]', expected at least one code",
                                "file: key 'classes[0].ingredients[2].milligramsEqualToPrednisone5' is '0.75', expected"
                                        + " keys and values",
                                "file: key 'classes[0].ingredients[2].billedMilligrams.HCPCS J1100' is"
                                        + " '{\"value\":1,\"source\":\"x\"}', expected one of the ingredient's codes",
                                "file: key 'classes[1].ingredients[0]' is 'none', expected keys and values",
                                "file: key 'classes[1].ingredients' is 'none', expected at least one ingredient",
                                "file: key 'classes[1].items[0]' is 'steroids', expected an item of no other class"));
    }

    @Test
    void aFileThatIsAbsentNoYamlOrEmptyIsToldOnce() throws IOException {
        assertThatThrownBy(() -> DrugRules.read(folder.resolve("absent.yaml")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("this file does not exist");
        assertThatThrownBy(() -> DrugRules.read(file("classes: [")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("this is not well-formed YAML");
        assertThatThrownBy(() -> DrugRules.read(file("classes: []\nclasses: []\n")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("Duplicate field 'classes'");
        assertThatThrownBy(() -> DrugRules.read(file("")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("expected YAML with keys and values at the top level");
    }

    @Test
    void aDrugOfTheCodeSetsWithoutRulesIsTold() {
        DrugRules rules = DrugRules.read(ShippedStudy.FOLDER.resolve("codes/drug-rules.yaml"));
        CodeSets codeSets = new CodeSets(List.of(
                row("growth_hormone", Role.MED_CAUSE, "RXNORM|4278", true),
                row("growth_hormone", Role.MED_CAUSE, "RXNORM|4279", false),
                row("growth_hormone", Role.MED_CAUSE_DX_FLAG, "ICD10CM|Z92", true),
                row("steroids", Role.MED_CAUSE, "RXNORM|8640", true)));

        assertThat(rules.missingFor(codeSets))
                .extracting(Object::toString)
                .containsExactly("drugs.csv line 2: the drug rules have no class with the item growth_hormone");
    }

    private static CodeRow row(String item, Role role, String key, boolean active) {
        return new CodeRow(item, role, CodeKey.parse(key), CodeMatch.EXACT, active, "", "yes", "test", "drugs.csv", 2);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("drug-rules.yaml"), text);
    }
}
