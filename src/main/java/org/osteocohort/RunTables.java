package org.osteocohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osteocohort.assess.AttemptFiles;
import org.osteocohort.disclosure.DisclosureControl.Disclosed;
import org.osteocohort.disclosure.ReleasedRow;
import org.osteocohort.disclosure.SuppressionRow;
import org.osteocohort.disclosure.SuppressionSummaryRow;
import org.osteocohort.job.Job;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.PublishedTable;
import org.osteocohort.publish.RunFolder;
import org.osteocohort.report.SchemaDocument;
import org.osteocohort.report.TableFiles;

/** Brings the tables of a run to their two folders: what may be shared, and what never leaves the site. */
final class RunTables {
    private final RunFolder run;
    private final Map<String, String> footer;

    RunTables(Job job, RunFolder run) {
        this.run = run;
        this.footer = RunDescription.origin(job).footer();
    }

    /**
     * Writes all tables and the dictionary that tells of them.
     *
     * @param tally names the restricted files that the tasks have written
     * @param reports what is left of the report tables after disclosure control
     * @return every table with its rows
     */
    List<PublishedTable> write(Tally tally, List<TableRows<?>> reports, Disclosed disclosed) throws IOException {
        List<PublishedTable> tables = new ArrayList<>(AttemptFiles.adopt(tally, run));
        for (TableRows<?> rows : reports) {
            tables.add(write(run.reports(), rows));
        }
        for (TableRows<?> rows : forTheOperator(disclosed)) {
            tables.add(write(run.restricted(), rows));
        }
        SchemaDocument.write(run.reports().resolve(SchemaDocument.FILE_NAME));
        return tables;
    }

    private static List<TableRows<?>> forTheOperator(Disclosed disclosed) {
        return List.of(
                new TableRows<>(SuppressionRow.TABLE, disclosed.suppressed()),
                new TableRows<>(SuppressionSummaryRow.TABLE, disclosed.summary()),
                new TableRows<>(ReleasedRow.TABLE, disclosed.released()));
    }

    private PublishedTable write(Path folder, TableRows<?> rows) throws IOException {
        Path file = TableFiles.write(folder, rows, footer);
        return new PublishedTable(
                run.root().relativize(file).toString().replace('\\', '/'),
                rows.rows().size());
    }
}
