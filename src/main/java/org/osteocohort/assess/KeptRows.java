package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.parquet.ParquetTableReader;
import org.osteocohort.report.QuarantineRow;
import org.osteocohort.table.Column;
import org.osteocohort.table.Table;

/** The rows of a kept file in their order, but those of owners who are assessed anew. */
final class KeptRows implements AutoCloseable {
    private static final String PATIENT_ID = "patient_id";

    private final List<ParquetTableReader<?>> files = new ArrayList<>();
    private final Set<Owner> anew;
    private final Owners owners;
    private Object[] ahead;
    private Owner owner;

    /** Tells whose a row is; asked once for each, in their order. */
    private interface Owners {
        Owner of(Object[] row) throws IOException;
    }

    /** Nothing is kept. */
    KeptRows() {
        this.anew = Set.of();
        this.owners = row -> null;
    }

    /**
     * Of a table with rows of children.
     *
     * @param folder of a task attempt
     */
    KeptRows(Path folder, Table<?> table, Set<Owner> anew) throws IOException {
        int patientId = table.columns().stream().map(Column::name).toList().indexOf(PATIENT_ID);
        this.anew = anew;
        this.owners = row -> Owner.child((String) row[patientId]);
        open(folder, table);
        advance();
    }

    private KeptRows(Path folder, boolean quarantine, Set<Owner> anew) throws IOException {
        this.anew = anew;
        if (quarantine) {
            open(folder, QuarantineRow.TABLE);
        }
        ParquetTableReader<QuarantineOwner> beside = open(folder, QuarantineOwner.TABLE);
        this.owners = quarantine
                ? row -> beside.next().orElseThrow().owner()
                : row -> QuarantineOwner.TABLE.row(row).owner();
        advance();
    }

    /** Of the quarantine; the file beside it tells row by row whose they are. */
    static KeptRows ofQuarantine(Path folder, Set<Owner> anew) throws IOException {
        return new KeptRows(folder, true, anew);
    }

    /** Of the file beside the quarantine. */
    static KeptRows ofQuarantineOwners(Path folder, Set<Owner> anew) throws IOException {
        return new KeptRows(folder, false, anew);
    }

    private <R extends Record> ParquetTableReader<R> open(Path folder, Table<R> table) throws IOException {
        Path file = folder.resolve(RestrictedFiles.fileName(table.name()));
        ParquetTableReader<R> reader = ParquetTableReader.open(file, table);
        files.add(reader);
        return reader;
    }

    /** The next row, when there is one and its owner comes before another; empty otherwise. */
    Optional<Object[]> nextBefore(Owner other) throws IOException {
        return ahead == null || owner.compareTo(other) > 0 ? Optional.empty() : next();
    }

    /** The next row; empty after the last one. */
    Optional<Object[]> next() throws IOException {
        Object[] row = ahead;
        if (row != null) {
            advance();
        }
        return Optional.ofNullable(row);
    }

    private void advance() throws IOException {
        do {
            ahead = files.get(0).nextValues().orElse(null);
            owner = ahead == null ? null : owners.of(ahead);
        } while (ahead != null && anew.contains(owner));
    }

    @Override
    public void close() throws IOException {
        for (ParquetTableReader<?> file : files) {
            file.close();
        }
    }
}
