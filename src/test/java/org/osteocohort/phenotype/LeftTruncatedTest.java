package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.fracture.FractureEngine;
import org.osteocohort.tag.CodedHistory;
import org.osteocohort.testkit.ShippedStudy;

class LeftTruncatedTest {
    private static Outcome of(String observed) {
        CodedHistory child = ShippedStudy.coded("born 2010-02-28 male, observed " + observed + """
                 to 2022-12-31
                date | code
                2020-05-01 | ICD10CM S52.501A
                2018-01-01 | ICD10CM S42.301A
                """);
        FractureEngine engine = new FractureEngine(ShippedStudy.RULES.fractures());
        return new LeftTruncated().evaluate(new Findings(child, engine.events(child), List.of(), List.of(), List.of()));
    }

    @Test
    void holdsFromTheFirstFractureThatMayNotHaveBeenTheFirst() {
        Outcome outcome = of("2015-02-28");
        assertThat(outcome.met()).isTrue();
        assertThat(outcome.held().since(LocalDate.MAX)).isEqualTo("2018-01-01");
        assertThat(outcome.evidence()).isNotEmpty();
    }

    @Test
    void neverHoldsForAChildSeenEarlyInLife() {
        assertThat(of("2015-02-27").everMet()).isFalse();
    }
}
