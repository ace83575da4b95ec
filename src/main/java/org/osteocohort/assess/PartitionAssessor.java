package org.osteocohort.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.measure.Measures;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyRow;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.Assessor;

/**
 * Assesses the children of one partition, whose bundles come sorted by child: writes their restricted rows to files of
 * this task's own and gives back its tally. Only a task that ends well hands on the names of its files, so a task that
 * is tried again leaves nothing behind that anybody reads.
 */
final class PartitionAssessor implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<Study> study;
    private final String attempts;
    private final SerializableConfiguration hadoop;

    PartitionAssessor(Broadcast<Study> study, String attempts, SerializableConfiguration hadoop) {
        this.study = study;
        this.attempts = attempts;
        this.hadoop = hadoop;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> bundles) throws IOException {
        Study asked = study.value();
        Assessor assessor = asked.assessor();
        Measures measures = asked.measures();
        Tally tally = new Tally();
        int partition = TaskContext.getPartitionId();
        long attempt = TaskContext.get().taskAttemptId();
        String name = RestrictedFiles.attemptFolder(partition, attempt);
        try (AttemptFolder folder = AttemptFolder.make(attempts, name, hadoop.value());
                RestrictedFiles files = new RestrictedFiles(asked.frame(), folder.path(), partition, attempt)) {
            Quarantine quarantine = new Quarantine(files::write);
            Iterator<PatientHistory> children = new PatientIterator(bundles, asked, quarantine);
            while (children.hasNext()) {
                PatientHistory history = children.next();
                String site = history.patient().site();
                tally.add(InputChecks.patients(site));
                if (asked.observed(history)) {
                    tally.add(InputChecks.observedInStudy(site));
                }
                Assessment assessment = assessor.assess(history);
                measures.observe(assessment, tally);
                files.write(assessment);
            }
            quarantine.count(tally);
            files.close();
            folder.deliver();
            files.count(tally);
        } catch (UncheckedIOException exception) {
            throw new FailedWrite(exception.getCause());
        } catch (IOException exception) {
            throw new FailedWrite(exception);
        }
        List<Row> counts = new ArrayList<>();
        for (TallyRow row : tally.rows()) {
            counts.add(RowFactory.create(row.measure(), row.cell(), row.count()));
        }
        return counts.iterator();
    }
}
