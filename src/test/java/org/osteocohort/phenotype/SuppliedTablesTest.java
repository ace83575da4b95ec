package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.problem.Problem;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.ShippedStudy;

/** Bone density by tables that the user supplies: without them g/cm2 stays unknown, with them it is a Z-score. */
class SuppliedTablesTest {
    private static final Path TABLES = Path.of("src/test/resources/org/osteocohort/density");
    private static final Path REFERENCE = TABLES.resolve("synthetic-bone-reference.csv");
    private static final Path ADJUSTMENT = TABLES.resolve("synthetic-height-adjustment.csv");
    /** A girl of ten, whose median in the synthetic reference is 0.70 with a coefficient of variation of 0.1. */
    private static final String GIRL = """
            born 2010-01-01 female, observed 2010-01-01 to 2023-12-31
            date       | code             | value | unit
            2016-06-15 | ICD10CM S42.301A |       |
            2018-06-14 | ICD10CM S72.301A |       |
            2020-01-01 | LOINC 24966-4    | 0.55  | g/cm2
            """;

    @Test
    void gramsPerSquareCentimetreDecideOnlyWithAReference() {
        assertThat(verdict(null, null)).isEqualTo("SUSPECTED");
        assertThat(verdict(REFERENCE, null)).isEqualTo("CONFIRMED");
    }

    @Test
    void coefficientsAdjustWhatTheReferenceGivesForAShortChild() {
        String height = "2020-01-01 | LOINC 8302-2 | 118 | cm\n";
        assertThat(verdict(REFERENCE, null, height)).isEqualTo("CONFIRMED");
        assertThat(verdict(REFERENCE, ADJUSTMENT, height)).isEqualTo("NOT_MET");
    }

    @Test
    void mistakesInATableAreToldWithTheOthers() {
        List<Problem> problems = new ArrayList<>();
        ShippedStudy.RULES.with(ADJUSTMENT, REFERENCE, problems);
        assertThat(problems).extracting(Problem::toString).anyMatch(text -> text.contains("height-adjustment.csv"));
        assertThat(problems).extracting(Problem::toString).anyMatch(text -> text.contains("bone-reference.csv"));
    }

    private static String verdict(Path reference, Path adjustment) {
        return verdict(reference, adjustment, "");
    }

    private static String verdict(Path reference, Path adjustment, String rows) {
        List<Problem> problems = new ArrayList<>();
        ClinicalRules rules = ShippedStudy.RULES.with(reference, adjustment, problems);
        assertThat(problems).isEmpty();
        Assessor assessor = new Assessor(ShippedStudy.CODE_SETS, rules, List.of(ShippedStudy.phenotype("iscd-2019")));
        return assessor.assess(Histories.parse(GIRL + rows))
                .verdicts()
                .get(0)
                .caseClass()
                .name();
    }
}
