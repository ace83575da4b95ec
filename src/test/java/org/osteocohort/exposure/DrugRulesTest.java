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
                                "file mostDaysSupply.value: expected a number above zero",
                                "file longestRecordDays: expected a whole number",
                                "file weightWindowDays: missing, expected value and source",
                                "file weightWindow: unknown key, expected one of classes, leastDaysSupply,"
                                        + " longestRecordDays, mostDaysSupply, weightWindowDays",
                                "file classes[0].gapDays.source: expected a text",
                                "file classes[0].chronicUse.windowDays.unit: unknown key, expected one of source,"
                                        + " value",
                                "file classes[0].chronicUse.suppliedDays: more days than the window has",
                                "file classes[0].chronicUse.countBridgedDays: expected true or false",
                                "file classes[0].repeatedCourses.routes: 'mouth' is none of [ORAL, PARENTERAL,"
                                        + " NOT_SYSTEMIC, UNKNOWN]",
                                "file classes[0].repeatedCourses.routes: expected at least one route",
                                "file classes[0].replacement.source: expected a text",
                                "file classes[0].replacement.ingredients: the class has no ingredient cortisol",
                                "file classes[0].replacement.diagnoses: 'E25' is no code with its vocabulary,"
                                        + " expected for example RXNORM 8640",
                                "file classes[0].notAnExposure: the class has no ingredient budesonide",
                                "file classes[0].ingredients[0].strength: unknown key, expected one of"
                                        + " billedMilligrams, codes, effectWindowDays, enzymeInducer, gapDays,"
                                        + " milligramsEqualToPrednisone5, name",
                                "file classes[0].ingredients: prednisone stands twice",
                                "file classes[0].ingredients: the code RXNORM|8640 stands twice",
                                "file classes[0].ingredients[2].codes: expected at least one code",
                                "file classes[0].ingredients[2].milligramsEqualToPrednisone5: expected keys with"
                                        + " values",
                                "file classes[0].ingredients[2].milligramsEqualToPrednisone5.source: expected a text",
                                "file classes[0].ingredients[2].milligramsEqualToPrednisone5.value: expected a number"
                                        + " above zero",
                                "file classes[0].ingredients[2].billedMilligrams: HCPCS|J1100 is none of the"
                                        + " ingredient's codes",
                                "file classes[1].ingredients: expected a list",
                                "file classes: the item steroids stands in two classes"));
    }

    @Test
    void aFileThatIsAbsentNoYamlOrEmptyIsToldOnce() throws IOException {
        assertThatThrownBy(() -> DrugRules.read(folder.resolve("absent.yaml")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("the file cannot be read");
        assertThatThrownBy(() -> DrugRules.read(file("classes: [")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("the file is not YAML");
        assertThatThrownBy(() -> DrugRules.read(file("classes: []\nclasses: []\n")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("a key stands twice");
        assertThatThrownBy(() -> DrugRules.read(file("")))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("expected keys with values");
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
