package org.osteocohort.page.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.page.view.Answer;
import org.osteocohort.page.view.Cell;
import org.osteocohort.testkit.PageTables;

class HeadlineTest {
    private static final Headline HEADLINE = new Headline(
            new PublishedTables(List.of(
                    PageTables.rows(PrevalenceRow.TABLE, """
                            kind | item | case_class | prevalence_type | denominator_name | period_kind | period | numerator | denominator | estimate | ci_low | ci_high | value_status
                            phenotype | ISCD_2019 | confirmed             | period | observed | study | study | -  | 900 | -    | -    | -    | suppressed
                            phenotype | ISCD_2019 | confirmed_or_probable | period | observed | study | study | 90 | 900 | 0.1  | 0.08 | 0.12 | released
                            phenotype | DX_CODE   | confirmed             | period | observed | study | study | 45 | 900 | 0.05 | 0.04 | 0.07 | released
                            """),
                    PageTables.rows(CauseProfileRow.TABLE, """
                            phenotype | case_class | kind | item | numerator | denominator | estimate | ci_low | ci_high | value_status
                            ISCD_2019 | confirmed | etiology | genetic           | 20 | 90 | 0.222 | 0.15 | 0.32 | released
                            ISCD_2019 | confirmed | etiology | ijo_supported     | -  | 90 | -     | -    | -    | suppressed
                            ISCD_2019 | confirmed | etiology | secondary         | 50 | 90 | 0.556 | 0.45 | 0.65 | released
                            ISCD_2019 | confirmed | etiology | other_disease     | 0  | 90 | 0.0   | 0.0  | 0.04 | released
                            ISCD_2019 | confirmed | secondary_cause | cancer     | 80 | 90 | 0.889 | 0.81 | 0.94 | released
                            """),
                    PageTables.rows(TreatmentCoverageRow.TABLE, """
                            phenotype | case_class | treatment | window_name | denominator_name | denominator | estimate | value_status
                            ISCD_2019 | confirmed | bisphosphonate.any | one_year | all_in_cohort         | 90 | -   | suppressed
                            ISCD_2019 | confirmed | bisphosphonate.any | one_year | observed_whole_window | 80 | 0.5 | released
                            """))),
            "ISCD_2019");

    private static Answer answer(int place) {
        return HEADLINE.answers().get(place);
    }

    @Test
    void anAnswerIsOfTheSurestClassThatMayBeToldAndSaysWhich() {
        assertThat(answer(0).number()).isEqualTo(Cell.number("1,000.0"));
        assertThat(answer(0).details())
                .containsExactly(
                        "95 % interval 800.0 to 1,200.0",
                        "90 of 900 observed children; ISCD 2019, confirmed or probable");
    }

    @Test
    void theReasonIsTheCommonestKindWithThoseThatFollow() {
        assertThat(answer(1).number()).isEqualTo(Cell.number("55.6 %"));
        assertThat(answer(1).unit()).isEqualTo("are secondary");
        assertThat(answer(1).details()).contains("then genetic 22.2 %; ISCD 2019, confirmed");
    }

    private static Answer why(String kinds) {
        String columns = "phenotype | case_class | kind | item | numerator | denominator | estimate | value_status\n";
        return new Headline(PageTables.of(CauseProfileRow.TABLE, columns + kinds), "ISCD_2019")
                .answers()
                .get(1);
    }

    /** The others, which are hidden, are somebody. */
    @Test
    void aKindOfNobodyIsNoReason() {
        String confirmed = """
                ISCD_2019 | confirmed | etiology | genetic   | 0 | 80 | 0.0 | released
                ISCD_2019 | confirmed | etiology | secondary | - | 80 | -   | suppressed
                """;
        assertThat(why(confirmed).number()).isEqualTo(Cell.hidden());
        assertThat(why(confirmed + "ISCD_2019 | any | etiology | secondary | 60 | 90 | 0.667 | released\n"))
                .extracting(Answer::number, Answer::unit)
                .containsExactly(Cell.number("66.7 %"), "are secondary");
    }

    @Test
    void anAnswerThatIsHiddenSaysSo() {
        assertThat(answer(2).number()).isEqualTo(Cell.hidden());
    }

    @Test
    void whatWasNotCountedIsNotHidden() {
        Headline nothing = new Headline(new PublishedTables(List.of()), "ISCD_2019");
        assertThat(nothing.answers()).extracting(Answer::number).containsOnly(Cell.none());
    }

    /** Without a case there is nobody of whom anything could be told, which is not hidden. */
    @Test
    void whatIsOfNobodyIsNotHidden() {
        assertThat(why("ISCD_2019 | confirmed | etiology | genetic | 0 | 0 | - | not_estimable\n"))
                .extracting(Answer::number, Answer::unit)
                .containsExactly(Cell.none(), "no child to tell of");
    }

    @Test
    void aHiddenKindMayBeMoreCommonThanTheOneThatIsTold() {
        String told = "ISCD_2019 | confirmed | etiology | genetic | 20 | 80 | 0.25 | released\n";
        String hidden = "ISCD_2019 | confirmed | etiology | secondary | - | 80 | - | suppressed\n";
        assertThat(why(told).details()).doesNotContain("A kind whose number is hidden may be more common.");
        assertThat(why(told + hidden).details()).contains("A kind whose number is hidden may be more common.");
    }

    @Test
    void everyDefinitionStandsInTheOverview() {
        assertThat(HEADLINE.overview().table().lines())
                .extracting(line -> line.get(0).text() + ", " + line.get(1).text() + ": "
                        + line.get(4).text() + ", " + line.get(6).text())
                .containsExactly(
                        "ISCD 2019, confirmed: hidden, hidden",
                        "ISCD 2019, confirmed or probable: 1,000.0, –",
                        "DX CODE, confirmed: 500.0, –");
    }
}
