package org.osteocohort.assess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.table.Table;

/** The restricted rows of a few children, in memory. */
final class FoundRows {
    private final Map<String, OfTable<?>> tables = new LinkedHashMap<>();
    private final Findings findings;

    FoundRows(StudyFrame frame) throws IOException {
        this.findings = new Findings(frame, this::open);
    }

    private <R extends Record> OfTable<R> open(Table<R> table) {
        OfTable<R> rows = new OfTable<>(table, new ArrayList<>(), new ArrayList<>());
        tables.put(table.name(), rows);
        return rows;
    }

    /** Takes what is found of the children. */
    Findings findings() {
        return findings;
    }

    /** The rows of every table; a table without rows is there too. */
    List<OfTable<?>> tables() {
        return List.copyOf(tables.values());
    }

    /** Whether other children, or the same ones, have the same rows of a table in the same order. */
    boolean hasSame(OfTable<?> rows) {
        return tables.get(rows.table().name()).equals(rows);
    }

    /**
     * The rows of one table.
     *
     * @param owners whose each row is
     */
    record OfTable<R extends Record>(Table<R> table, List<Owner> owners, List<R> rows) implements Findings.Taker<R> {
        @Override
        public void take(Owner owner, R row) {
            owners.add(owner);
            rows.add(row);
        }

        /** Hands all rows on. */
        void giveTo(Findings.Taker<R> taker) throws IOException {
            for (int position = 0; position < rows.size(); position++) {
                taker.take(owners.get(position), rows.get(position));
            }
        }
    }
}
