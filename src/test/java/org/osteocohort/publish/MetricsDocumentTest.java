package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The text format of OpenMetrics: families with a type, samples of these families only, and an end. */
class MetricsDocumentTest {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+)(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})? -?[0-9][0-9.E-]*");

    private static final String TEXT = MetricsDocument.text("one", 7, TinyRun.MANIFEST, TinyRun.TABLES);

    @Test
    void everySampleHasATypedFamilyBeforeIt() {
        Set<String> families = new HashSet<>();
        for (String line : TEXT.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                assertThat(families.add(line.split(" ")[2])).as(line).isTrue();
            } else if (!line.startsWith("#")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(families).as(line).contains(sample.group(1).replaceAll("_info$", ""));
            }
        }
        assertThat(TEXT).endsWith("\n# EOF\n");
    }

    @Test
    void theRunIsInIt() {
        assertThat(TEXT.lines())
                .contains(
                        "osteocohort_run_info{run_id=\"one\",job=\"nightly\",version=\"0.1.0\",verdict=\"passed\"} 1",
                        "osteocohort_run_number 7",
                        "osteocohort_run_started_seconds 1767225600",
                        "osteocohort_run_duration_seconds 1.5",
                        "osteocohort_stage_duration_seconds{stage=\"reading the extracts\"} 1.5",
                        "osteocohort_input_bytes{site=\"north\",format=\"omop\"} 28",
                        "osteocohort_input_files{site=\"north\",format=\"omop\"} 2",
                        "osteocohort_input_files_from_cache{site=\"north\",format=\"omop\"} 1",
                        "osteocohort_rows_read{site=\"north\",table=\"person\"} 120",
                        "osteocohort_rows_quarantined{site=\"north\",table=\"person\"} 2",
                        "osteocohort_rows_written{table=\"restricted/tags\"} 7");
    }
}
