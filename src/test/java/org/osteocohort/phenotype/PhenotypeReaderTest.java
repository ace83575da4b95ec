package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osteocohort.problem.Problem;

/** Definition files as their authors get them wrong; what is told of each follows below it. */
class PhenotypeReaderTest {
    private static final String GOOD = """
            name: SMALL
            title: a small definition
            source: made for this test
            settings:
              often: {value: 3, unit: events, source: made for this test}
              bones: {value: [long_bone], source: made for this test}
            criteria:
              history:
                fractures: {atLeast: $often, kinds: $bones}
            classes:
              - {class: CONFIRMED, path: limb, when: history}
            flags:
              early: {when: {leftTruncated: {}}}
            """;
    private static final String KINDS =
            "one of allOf, anyOf, not, fractures, boneDensity, densityFall, records, causeInEffect, leftTruncated";

    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();

    private Phenotype read(String text) {
        Path file = folder.resolve("small.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return PhenotypeReader.read(file, problems);
    }

    private List<String> told() {
        return problems.stream()
                .map(problem -> problem.toString().replace(folder.toString() + "/", ""))
                .toList();
    }

    @Test
    void aDefinitionInOrderSaysWhatItsFileSays() {
        Phenotype phenotype = read(GOOD);
        assertThat(problems).isEmpty();
        assertThat(phenotype.name()).isEqualTo("SMALL");
        assertThat(phenotype.settings())
                .containsExactly(
                        new Setting("often", "3", "events", "made for this test"),
                        new Setting("bones", "long_bone", "", "made for this test"));
        assertThat(phenotype.describe()).isEqualTo("""
                SMALL: a small definition
                Source: made for this test

                A child is CONFIRMED:
                  - path limb: "history"

                Otherwise the child is NOT_MET. The surest class is given; within it, the path that was complete
                first.

                Remarks, which change no class:
                  - early: observation began too late in life for early fractures to be on record

                What the names in quotation marks mean:
                  - "history": 3 or more long bone fracture events

                Values and where they come from:
                  - often = 3 events (made for this test)
                  - bones = long_bone (made for this test)
                """);
    }

    /** What is wrong, the text of the good file, what stands there instead, and what is told. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "an unknown key of the file",
                        "title: a small definition",
                        "title: a small definition\nauthor: nobody",
                        "small.yaml: unknown key 'author', expected one of"),
                Arguments.of(
                        "an unknown key of a criterion, much like a known one",
                        "atLeast: $often, kinds",
                        "atLeast: $often, kind",
                        "small.yaml: unknown key 'criteria.history.fractures.kind' (did you mean 'kinds'?)"),
                Arguments.of(
                        "an unknown kind of criterion",
                        "    fractures: {atLeast: $often, kinds: $bones}",
                        "    fraktures: {atLeast: $often, kinds: $bones}",
                        "small.yaml: key 'criteria.history.fraktures'"),
                Arguments.of(
                        "two kinds in one criterion",
                        "    fractures: {atLeast: $often, kinds: $bones}",
                        "    {fractures: {atLeast: $often}, leftTruncated: {}}",
                        "expected exactly one key, " + KINDS),
                Arguments.of(
                        "a setting that is not there",
                        "atLeast: $often",
                        "atLeast: $ofen",
                        "small.yaml: $ofen names no setting of this file"),
                Arguments.of(
                        "a setting without a source",
                        "{value: 3, unit: events, source: made for this test}",
                        "{value: 3, unit: events}",
                        "small.yaml: key 'settings.often.source' is missing, expected a text"),
                Arguments.of(
                        "a setting without a value",
                        "{value: 3, unit: events, source: made for this test}",
                        "{unit: events, source: made for this test}",
                        "small.yaml: key 'settings.often.value' is missing, expected the setting's value"),
                Arguments.of(
                        "a criterion that leads back to itself",
                        "    fractures: {atLeast: $often, kinds: $bones}",
                        "    anyOf: [turn, {fractures: {atLeast: $often, kinds: $bones}}]\n  turn: {not: history}",
                        "expected the name of a criterion of this file that does not lead back to itself"),
                Arguments.of(
                        "a class of children of whom nothing is on record",
                        "when: history}",
                        "when: {not: history}}",
                        "small.yaml: key 'classes[0].when'"),
                Arguments.of(
                        "a class that nothing on record is one way into",
                        "when: history}",
                        "when: {anyOf: [history, {allOf: [{not: history}, {not: {leftTruncated: {}}}]}]}}",
                        "expected a condition that something on record must meet, so that the class has a first day"),
                Arguments.of(
                        "a criterion that is not there",
                        "when: history}",
                        "when: histry}",
                        "small.yaml: key 'classes[0].when' is 'histry', expected the name of a criterion of this file"),
                Arguments.of(
                        "a criterion that nothing uses",
                        "criteria:\n",
                        "criteria:\n  idle: {leftTruncated: {}}\n",
                        "expected a criterion that some class, flag or other criterion uses; nothing uses this one"),
                Arguments.of(
                        "an unknown role of records",
                        "fractures: {atLeast: $often, kinds: $bones}",
                        "records: {roles: [osteoporosis_dxx], minDates: $often}",
                        "small.yaml: key 'criteria.history.records.roles' is 'osteoporosis_dxx', expected one of"),
                Arguments.of(
                        "records of nothing",
                        "fractures: {atLeast: $often, kinds: $bones}",
                        "records: {minDates: $often}",
                        "small.yaml: key 'criteria.history.records.items' is missing, expected at least one"),
                Arguments.of(
                        "an unknown role of causes",
                        "    fractures: {atLeast: $often, kinds: $bones}",
                        "    causeInEffect: {roles: [med_cause, secondary_couse], around: broken}\n"
                                + "  broken: {fractures: {atLeast: $often}}",
                        "small.yaml: key 'criteria.history.causeInEffect.roles[1]' is 'secondary_couse', expected one of"),
                Arguments.of(
                        "causes of no kind",
                        "    fractures: {atLeast: $often, kinds: $bones}",
                        "    causeInEffect: {around: broken}\n  broken: {fractures: {atLeast: $often}}",
                        "small.yaml: key 'criteria.history.causeInEffect.items' is missing, expected at least one"),
                Arguments.of(
                        "an unknown class",
                        "class: CONFIRMED",
                        "class: CERTAIN",
                        "small.yaml: key 'classes[0].class' is 'CERTAIN', expected one of confirmed, probable"),
                Arguments.of(
                        "an unknown bone, in a setting",
                        "value: [long_bone]",
                        "value: [longbone]",
                        "small.yaml: key 'criteria.history.fractures.kinds' is 'longbone', expected one of"),
                Arguments.of(
                        "a number that is none",
                        "value: 3,",
                        "value: often,",
                        "small.yaml: key 'criteria.history.fractures.atLeast' is 'often', expected a whole number"));
    }

    @Test
    void whatMustNotBeOnRecordMayStandBesideWhatMust() {
        read(GOOD.replace("when: history}", "when: {allOf: [history, {not: {leftTruncated: {}}}]}}"));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsPlace(String mistake, String good, String bad, String expected) {
        assertThat(GOOD).contains(good);
        read(GOOD.replace(good, bad));
        assertThat(told()).anyMatch(told -> told.contains(expected));
        assertThat(told()).allMatch(told -> told.startsWith("small.yaml: "));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        read(GOOD.replace("title: a small definition\n", "")
                .replace("$often", "$ofen")
                .replace("class: CONFIRMED", "class: CERTAIN"));
        assertThat(told())
                .anyMatch(told -> told.contains("'title' is missing"))
                .anyMatch(told -> told.contains("$ofen names no setting"))
                .anyMatch(told -> told.contains("'CERTAIN'"));
    }
}
