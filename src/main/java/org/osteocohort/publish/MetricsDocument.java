package org.osteocohort.publish;

import java.time.Instant;
import java.util.List;

/**
 * {@code metrics.txt}: a run for a monitoring system, in the text format of OpenMetrics. For the site only, as the
 * manifest: rows of restricted tables are counts of children.
 */
final class MetricsDocument {
    static final String FILE = "metrics.txt";

    private final StringBuilder text = new StringBuilder();

    private MetricsDocument() {}

    static String text(String runId, long number, Manifest manifest, List<PublishedTable> tables) {
        MetricsDocument metrics = new MetricsDocument();
        metrics.family(
                "osteocohort_run", "info", "The run. For this site only: rows of restricted tables count children.");
        metrics.sample(
                "osteocohort_run_info",
                labels(
                        "run_id", runId,
                        "job", manifest.job().name(),
                        "version", manifest.engine().osteocohort(),
                        "verdict", manifest.verdict().label()),
                1);
        metrics.gauge("osteocohort_run_number", "Order of the run in its output.", number);
        metrics.gauge("osteocohort_run_started_seconds", "Start in Unix time.", seconds(manifest.started()));
        metrics.gauge("osteocohort_run_finished_seconds", "End in Unix time.", seconds(manifest.finished()));
        metrics.gauge(
                "osteocohort_run_duration_seconds",
                "Time from the first stage to publishing.",
                ManifestDocument.seconds(manifest.elapsed()));
        metrics.stages(manifest.stages());
        metrics.inputs(manifest.inputs());
        metrics.rowsRead(manifest.rowsRead());
        metrics.family("osteocohort_rows_written", "gauge", "Rows of a published table.");
        tables.forEach(
                table -> metrics.sample("osteocohort_rows_written", labels("table", table.path()), table.rows()));
        return metrics.text.append("# EOF\n").toString();
    }

    private void stages(List<Manifest.StageTime> stages) {
        family("osteocohort_stage_duration_seconds", "gauge", "Time of a stage.");
        stages.forEach(stage -> sample(
                "osteocohort_stage_duration_seconds",
                labels("stage", stage.stage()),
                ManifestDocument.seconds(stage.duration())));
    }

    private void inputs(List<Manifest.Input> inputs) {
        family("osteocohort_input_bytes", "gauge", "Bytes of the files of an input.");
        inputs.forEach(input -> sample(
                "osteocohort_input_bytes",
                labels("site", input.site(), "format", input.format()),
                input.files().values().stream()
                        .mapToLong(file -> file.fingerprint().bytes())
                        .sum()));
        family("osteocohort_input_files", "gauge", "Files of an input.");
        inputs.forEach(input -> sample(
                "osteocohort_input_files",
                labels("site", input.site(), "format", input.format()),
                input.files().size()));
        family("osteocohort_input_files_from_cache", "gauge", "Files of an input that were not opened.");
        inputs.forEach(input -> sample(
                "osteocohort_input_files_from_cache",
                labels("site", input.site(), "format", input.format()),
                input.files().values().stream()
                        .filter(Manifest.SourceFile::fromCache)
                        .count()));
    }

    private void rowsRead(List<Manifest.RowsRead> rows) {
        family("osteocohort_rows_read", "gauge", "Rows of an input table.");
        rows.forEach(table ->
                sample("osteocohort_rows_read", labels("site", table.site(), "table", table.table()), table.rows()));
        family("osteocohort_rows_quarantined", "gauge", "Faults in the rows of an input table.");
        rows.forEach(table -> sample(
                "osteocohort_rows_quarantined",
                labels("site", table.site(), "table", table.table()),
                table.quarantined()));
    }

    private void gauge(String name, String help, double value) {
        family(name, "gauge", help);
        sample(name, "", value);
    }

    private void family(String name, String type, String help) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private void sample(String name, String labels, double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        text.append(name).append(labels).append(' ');
        text.append(whole ? Long.toString((long) value) : Double.toString(value))
                .append('\n');
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond();
    }

    private static String labels(String... namesAndValues) {
        StringBuilder labels = new StringBuilder("{");
        for (int position = 0; position < namesAndValues.length; position += 2) {
            labels.append(position == 0 ? "" : ",")
                    .append(namesAndValues[position])
                    .append("=\"")
                    .append(escaped(namesAndValues[position + 1]))
                    .append('"');
        }
        return labels.append('}').toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
