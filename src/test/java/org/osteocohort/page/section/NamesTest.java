package org.osteocohort.page.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.testkit.ShippedStudy;

class NamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metabolic_condition.lysosomal | Lysosomal storage disease",
                "ijo_supported                 | Idiopathic (IJO), work-up on file",
                "of_a_site.its_own             | Of a site: its own",
                "female                        | Female"
            })
    void aNameIsSaidAsAReaderWouldSayIt(String name, String said) {
        assertThat(Names.plain(name)).isEqualTo(said);
    }

    @Test
    void withinASentenceTheFirstLetterIsSmallAndTheOthersAreLeftAlone() {
        assertThat(Names.inSentence("ijo_no_cause_observed")).isEqualTo("idiopathic (IJO), no cause observed");
    }

    @Test
    void noShippedItemIsSaidWithSignsOfATable() {
        assertThat(CodeSetReader.read(ShippedStudy.FOLDER.resolve("codes"), List.of())
                        .rows())
                .extracting(CodeRow::item)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(Names.plain(item)).doesNotContain("_", "vitamin d "));
    }
}
