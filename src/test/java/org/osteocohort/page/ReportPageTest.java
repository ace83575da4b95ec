package org.osteocohort.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.page.section.PublishedTables;
import org.osteocohort.page.section.StudyFacts;
import org.osteocohort.phenotype.Phenotype;
import org.osteocohort.report.ReportOrigin;
import org.osteocohort.testkit.PageTables;

class ReportPageTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&{a|b}</script><script>alert(2)</script>";
    private static final String FORMULA = "=cmd()!A1";

    private static StudyFacts facts(String name, String site) {
        return new StudyFacts(
                name,
                LocalDate.parse("2016-01-01"),
                LocalDate.parse("2023-12-31"),
                0,
                19,
                List.of(site),
                List.of(),
                11,
                new ReportOrigin("0123456789abcdef", "fedcba9876543210"));
    }

    private static Phenotype phenotype(String name) {
        return new Phenotype(name, "title " + name, "source " + name, List.of(), Map.of(), List.of(), Map.of());
    }

    private static List<TableRows<?>> tables(String label) {
        String level = label.replace("|", "/");
        List<TableRows<?>> tables = new ArrayList<>();
        tables.add(PageTables.rows(PrevalenceRow.TABLE, """
                kind | item | case_class | prevalence_type | denominator_name | period_kind | period | numerator | denominator | estimate | ci_low | ci_high | value_status
                phenotype | @ | confirmed | period | observed | study | study | 90 | 900  | 0.1 | 0.08 | 0.12 | released
                phenotype | @ | confirmed | period | observed | year  | @     | 90 | 900  | 0.1 | 0.08 | 0.12 | released
                phenotype | @ | confirmed | period | observed | year  | 2021  | -  | 1000 | -   | -    | -    | suppressed
                """.replace("@", level)));
        tables.add(PageTables.rows(CauseProfileRow.TABLE, """
                phenotype | case_class | kind | item | numerator | denominator | estimate | ci_low | ci_high | value_status
                @ | confirmed | secondary_cause | @ | 50 | 90 | 0.556 | 0.45 | 0.65 | released
                """.replace("@", level)));
        tables.add(PageTables.rows(AttritionRow.TABLE, """
                phenotype | step_no | step_code | step_text | persons_in | persons_out | excluded_persons | value_status
                @ | 1 | @ | @ | 100 | 100 | 0 | released
                """.replace("@", level)));
        tables.add(PageTables.rows(DataQualityRow.TABLE, """
                site | layer | check_name | category | severity | table_name | column_name | checked | violations | share | threshold | status | value_status
                @ | extract | @ | @ | @ | @ | @ | 100 | 50 | 0.5 | 0.1 | failed | released
                """.replace("@", level)));
        return tables;
    }

    private static String page(String label) {
        return ReportPage.html(
                facts(label, label), List.of(phenotype(label.replace("|", "/"))), new PublishedTables(tables(label)));
    }

    /** Everything but what we ship: style, library and script. */
    private static String own(String page) {
        return page.replaceAll("(?s)<script>.*?</script>|<style>.*?</style>", "");
    }

    @Test
    void noLabelBecomesMarkup() {
        String html = own(page(HOSTILE));
        assertThat(html).contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(html).doesNotContain("<img", "<script", "alert(2)</script>");
        assertThat(Pattern.compile("<[a-z]+[^>\"]*\\son[a-z]+\\s*=")
                        .matcher(html)
                        .find())
                .as("an attribute that runs something")
                .isFalse();
    }

    /** The same tags stand on the page whatever the labels are. */
    @Test
    void noLabelChangesWhatThePageIsMadeOf() {
        assertThat(tags(page(HOSTILE))).isEqualTo(tags(page("plain")));
    }

    private static List<String> tags(String html) {
        Matcher matcher = Pattern.compile("<(/?[a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*/?>")
                .matcher(own(html));
        List<String> tags = new ArrayList<>();
        while (matcher.find()) {
            tags.add(matcher.group(1) + matcher.group(2).replaceAll("=\"[^\"]*\"", ""));
        }
        return tags;
    }

    @Test
    void aFormulaIsAWordLikeAnyOther() {
        assertThat(own(page(FORMULA))).contains(FORMULA);
    }

    @Test
    void theSameTablesGiveTheSameBytes(@TempDir Path folder) throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        for (Path made : List.of(one, two)) {
            ReportPage.write(made, facts("job", "north"), List.of(phenotype("A")), tables("A"));
        }
        assertThat(one.resolve(ReportPage.FILE_NAME)).hasSameBinaryContentAs(two.resolve(ReportPage.FILE_NAME));
    }

    /** A script or style that is not listed does not run, so that the list must name each of ours. */
    @Test
    void thePolicyNamesEveryScriptAndStyleByItsHashAndAllowsNothingElse() throws Exception {
        String html = page("A");
        Matcher meta = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(html);
        assertThat(meta.find()).isTrue();
        String policy = meta.group(1).replace("&#39;", "'");
        assertThat(policy)
                .contains("default-src 'none'")
                .doesNotContain("unsafe-eval", "http", "data:", "script-src 'unsafe", "*");
        Matcher ours = Pattern.compile("(?s)<(script|style)>(.*?)</\\1>").matcher(html);
        int found = 0;
        while (ours.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(ours.group(2).getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            found++;
        }
        assertThat(found).isEqualTo(3);
    }

    @Test
    void everyChartHasATableWithHeadingsAndAHiddenNumberIsAWord() {
        String html = own(page("A"));
        assertThat(html.split("data-options=", -1)).hasSizeGreaterThan(2);
        for (String figure : html.split("<figure>")) {
            if (figure.contains("data-options=")) {
                assertThat(figure).contains("<th scope=\"col\"", "<th scope=\"row\"");
            }
        }
        assertThat(html).contains("<td class=\"hidden\">hidden</td>");
    }

    /** A page that was sent on tells by which job and definitions it was made, and nothing of the day. */
    @Test
    void thePageTellsWhatItWasMadeOf() {
        assertThat(own(page("A"))).contains("Job 01234567, definitions fedcba98, tables of version");
    }

    /** Nobody learns which of two hidden numbers is the small one. */
    @Test
    void thePageNamesNoReasonOfASingleNumber() {
        assertThat(own(page("A"))).doesNotContainIgnoringCase("primary").doesNotContainIgnoringCase("complementary");
    }
}
