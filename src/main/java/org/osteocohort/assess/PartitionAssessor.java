package org.osteocohort.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyRow;

/**
 * Assesses the children of one partition, whose bundles come sorted by child: writes their restricted rows to files of
 * this task's own and gives back its tally. Only a task that ends well hands on the names of its files, so a task that
 * is tried again leaves nothing behind that anybody reads.
 *
 * <p>Where files are kept, the bundles are those of changed children, in {@link NightBundles}. The tally is then what
 * they add to the kept one, less what they take away; the files are whole.
 */
final class PartitionAssessor implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<Study> study;
    private final Broadcast<KeptFiles> kept;
    private final String attempts;
    private final SerializableConfiguration hadoop;

    PartitionAssessor(
            Broadcast<Study> study, Broadcast<KeptFiles> kept, String attempts, SerializableConfiguration hadoop) {
        this.study = study;
        this.kept = kept;
        this.attempts = attempts;
        this.hadoop = hadoop;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> bundles) throws IOException {
        int partition = TaskContext.getPartitionId();
        long attempt = TaskContext.get().taskAttemptId();
        KeptFiles.Part part = kept.value().parts().get(partition);
        String name = RestrictedFiles.attemptFolder(partition, attempt);
        Tally tally = new Tally();
        try (AttemptFolder folder = AttemptFolder.make(attempts, name, hadoop.value())) {
            if (part == null) {
                write(bundles, folder.path(), tally);
            } else if (bundles.hasNext()) {
                writeChanged(new NightBundles(bundles), part, folder.path(), tally);
            } else {
                part.handOn(folder.path(), partition, attempt, tally);
            }
            folder.deliver();
        } catch (UncheckedIOException exception) {
            throw new FailedWrite(exception.getCause());
        } catch (IOException exception) {
            throw new FailedWrite(exception);
        }
        return rows(tally);
    }

    private void write(Iterator<Row> bundles, Path folder, Tally tally) throws IOException {
        try (RestrictedFiles files = new RestrictedFiles(study.value().frame(), folder)) {
            tally.merge(ChildrenCount.of(bundles, study.value(), files.findings()));
            files.close();
            files.count(TaskContext.getPartitionId(), TaskContext.get().taskAttemptId(), tally);
        }
    }

    private void writeChanged(NightBundles night, KeptFiles.Part part, Path folder, Tally tally) throws IOException {
        FoundRows were = new FoundRows(study.value().frame());
        tally.subtract(ChildrenCount.of(night.asTheyWere(), study.value(), were.findings()));
        FoundRows are = new FoundRows(study.value().frame());
        tally.merge(ChildrenCount.of(night.asTheyAre(), study.value(), are.findings()));
        new NightFiles(part, night.before(), folder)
                .write(
                        were,
                        are,
                        TaskContext.getPartitionId(),
                        TaskContext.get().taskAttemptId(),
                        tally);
    }

    private static Iterator<Row> rows(Tally tally) {
        // As when children go, so that a cell is there or not whichever way it was counted.
        RestrictedFiles.closeZeros(tally);
        List<Row> counts = new ArrayList<>();
        for (TallyRow row : tally.rows()) {
            counts.add(RowFactory.create(row.measure(), row.cell(), row.count()));
        }
        return counts.iterator();
    }
}
