package org.osteocohort.assess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.report.QuarantineRow;
import org.osteocohort.report.RestrictedRows;
import org.osteocohort.report.RestrictedTable;
import org.osteocohort.table.Table;

/**
 * Takes what is found of children, one owner of rows after the other, and turns it into rows of every restricted table.
 */
final class Findings {
    private final List<OfChildren<?>> ofChildren = new ArrayList<>();
    private final Taker<QuarantineRow> quarantine;
    private final Taker<QuarantineOwner> quarantineOwners;

    /** Takes the rows of one table, in the order of their owners. */
    interface Taker<R extends Record> {
        void take(Owner owner, R row) throws IOException;
    }

    /** Gives who takes the rows of a table; asked once for each. */
    interface Takers {
        <R extends Record> Taker<R> of(Table<R> table) throws IOException;
    }

    Findings(StudyFrame frame, Takers takers) throws IOException {
        for (RestrictedTable<?> table : new RestrictedRows(BoneDensity.LOW_Z_SCORE, frame).tables()) {
            ofChildren.add(OfChildren.of(table, takers));
        }
        this.quarantine = takers.of(QuarantineRow.TABLE);
        this.quarantineOwners = takers.of(QuarantineOwner.TABLE);
    }

    void write(Assessment assessment) throws IOException {
        Owner child = Owner.child(assessment.history().patient().patientId());
        for (OfChildren<?> table : ofChildren) {
            table.write(child, assessment);
        }
    }

    void write(Owner owner, QuarantineRow row) throws IOException {
        quarantine.take(owner, row);
        quarantineOwners.take(owner, QuarantineOwner.of(owner, row));
    }

    /** A table, who takes its rows, and how a child becomes rows of it. */
    private record OfChildren<R extends Record>(RestrictedTable<R> table, Taker<R> taker) {
        static <R extends Record> OfChildren<R> of(RestrictedTable<R> table, Takers takers) throws IOException {
            return new OfChildren<>(table, takers.of(table.table()));
        }

        void write(Owner child, Assessment assessment) throws IOException {
            for (R row : table.rows(assessment)) {
                taker.take(child, row);
            }
        }
    }
}
