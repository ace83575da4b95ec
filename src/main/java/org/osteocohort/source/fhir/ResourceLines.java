package org.osteocohort.source.fhir;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/** Turns the lines of a partition into canonical rows, one line after the other. */
final class ResourceLines implements MapPartitionsFunction<String, Row> {
    private static final long serialVersionUID = 1L;

    private final Subjects subjects;
    private final Broadcast<CodeBook> book;
    private final Broadcast<HashMap<String, JudgedCode>> medications;
    private final Set<VisitKind> visitKinds;

    ResourceLines(
            Subjects subjects,
            Broadcast<CodeBook> book,
            Broadcast<HashMap<String, JudgedCode>> medications,
            Set<VisitKind> visitKinds) {
        this.subjects = subjects;
        this.book = book;
        this.medications = medications;
        this.visitKinds = Set.copyOf(visitKinds);
    }

    @Override
    public Iterator<Row> call(Iterator<String> lines) {
        return new Rows(lines, new ResourceReader(subjects, book.value(), medications.value(), visitKinds));
    }

    /** The rows of lines, read as they are asked for. */
    static final class Rows implements Iterator<Row>, Findings {
        /** So many patients' contacts are kept together before they are passed on. */
        private static final int MOST_CONTACTS = 50_000;

        private final Iterator<String> lines;
        private final ResourceReader reader;
        private final Queue<Row> waiting = new ArrayDeque<>();
        private final Map<String, Contacts> contacts = new HashMap<>();

        private record Contacts(LocalDate first, LocalDate last) {
            Contacts and(Contacts other) {
                return new Contacts(
                        other.first.isBefore(first) ? other.first : first,
                        other.last.isAfter(last) ? other.last : last);
            }
        }

        Rows(Iterator<String> lines, ResourceReader reader) {
            this.lines = lines;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            while (waiting.isEmpty() && lines.hasNext()) {
                reader.read(lines.next(), this);
            }
            if (waiting.isEmpty()) {
                passContacts();
            }
            return !waiting.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.remove();
        }

        @Override
        public void row(Row row) {
            waiting.add(row);
        }

        @Override
        public void contact(String patientId, LocalDate start, LocalDate end) {
            contacts.merge(patientId, new Contacts(start, end), Contacts::and);
            if (contacts.size() >= MOST_CONTACTS) {
                passContacts();
            }
        }

        @Override
        public void fault(String patientId, Fault fault) {
            if (patientId == null || fault.table().equals(PatientReader.TYPE)) {
                return;
            }
            // A row without its date is counted where the child's rows come together.
            boolean visit = fault.table().equals(EncounterReader.TYPE);
            String part = visit ? CanonicalRows.VISIT : CanonicalRows.EVENT;
            CanonicalRow row = visit
                    ? CanonicalRow.part(CanonicalRows.VISIT_TYPE)
                    : CanonicalRow.part(CanonicalRows.EVENT_TYPE).with("source_table", fault.table());
            waiting.add(CanonicalRow.of(patientId, part, row.row()));
        }

        private void passContacts() {
            contacts.forEach((patientId, time) -> waiting.add(CanonicalRow.of(
                    patientId,
                    CanonicalRows.OBSERVATION,
                    CanonicalRow.part(CanonicalRows.OBSERVATION_TYPE)
                            .with("start", time.first())
                            .with("end", time.last())
                            .with("contact", true)
                            .row())));
            contacts.clear();
        }
    }
}
