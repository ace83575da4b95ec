package org.osteocohort.source.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.source.vocabulary.JudgedCode;

class MedicationsTest {
    private static JudgedCode code(String code) {
        return new JudgedCode(Vocabulary.RXNORM, code, null, CodeResolution.SOURCE_CODE, null, null);
    }

    @Test
    void whatTasksGatheredIsBroughtTogether() {
        Medications one = Medications.gathered();
        one.ask("asked", code("8640"));
        one.name("named");
        Medications other = Medications.gathered();
        other.ask("askedToo", code("8640"));
        other.name("namedToo");
        Medications both = one.with(other);
        assertThat(both.of("asked")).isEqualTo(code("8640"));
        assertThat(both.of("askedToo")).isEqualTo(code("8640"));
        assertThat(both.of("named")).isNull();
        assertThat(List.of("asked", "askedToo", "named", "namedToo")).allMatch(both::tells);
        assertThat(both.tells("nobody")).isFalse();
    }

    @Test
    void ofTwoWithOneIdTheFirstByContentIsTheOne() {
        Medications early = Medications.gathered();
        early.ask("twice", code("1"));
        Medications late = Medications.gathered();
        late.ask("twice", code("2"));
        assertThat(early.with(late).of("twice")).isEqualTo(code("1"));
        Medications again = Medications.gathered();
        again.ask("twice", code("2"));
        again.ask("twice", code("1"));
        assertThat(again.of("twice")).isEqualTo(code("1"));
    }

    @Test
    void withoutResourcesNobodyTellsAnything() {
        assertThat(Medications.none().tells("any")).isFalse();
    }
}
