package org.osteocohort.source.fhir;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.FaultRule;
import org.osteocohort.source.UnmappedDrugs;
import org.osteocohort.source.files.TextLine;

/** The canonical rows of lines, each line read when its rows are asked for. */
final class ResourceRows implements Iterator<Row>, Findings {
    /** So many patients' contacts are kept together before they are passed on. */
    private static final int MOST_CONTACTS = 50_000;

    private final Iterator<ResourceLine> lines;
    private final ResourceReader reader;
    private final String site;
    private final Queue<Row> waiting = new ArrayDeque<>();
    private final Map<String, Contacts> contacts = new HashMap<>();
    private final Map<UnmappedDrug, Long> unmappedDrugs = new TreeMap<>();
    private TextLine line;

    private record Contacts(LocalDate first, LocalDate last) {
        Contacts and(Contacts other) {
            return new Contacts(
                    other.first.isBefore(first) ? other.first : first, other.last.isAfter(last) ? other.last : last);
        }
    }

    /** Where nobody can tell what drug it is; kept to the end, as lines that were joined come from many files in turn. */
    private record UnmappedDrug(String file, String type) implements Comparable<UnmappedDrug> {
        private static final Comparator<UnmappedDrug> ORDER =
                Comparator.comparing(UnmappedDrug::file).thenComparing(UnmappedDrug::type);

        @Override
        public int compareTo(UnmappedDrug other) {
            return ORDER.compare(this, other);
        }
    }

    ResourceRows(Iterator<ResourceLine> lines, ResourceReader reader, String site) {
        this.lines = lines;
        this.reader = reader;
        this.site = site;
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty() && lines.hasNext()) {
            ResourceLine next = lines.next();
            if (line != null && !next.line().file().equals(line.file())) {
                passContacts();
            }
            line = next.line();
            reader.read(next, this);
        }
        if (waiting.isEmpty()) {
            passContacts();
            passUnmappedDrugs();
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
    public void row(String patientId, String type, String part, Object value) {
        waiting.add(canonical(patientId, type).with(part, value).row());
    }

    @Override
    public void contact(String patientId, LocalDate start, LocalDate end) {
        contacts.merge(patientId, new Contacts(start, end), Contacts::and);
        if (contacts.size() >= MOST_CONTACTS) {
            passContacts();
        }
    }

    @Override
    public void unmappedDrug(String type) {
        unmappedDrugs.merge(new UnmappedDrug(line.file(), type), 1L, Long::sum);
    }

    private void passUnmappedDrugs() {
        unmappedDrugs.forEach((drug, count) ->
                waiting.add(UnmappedDrugs.row(site, drug.type(), drug.file(), MedicationJudge.ELEMENT, count)));
        unmappedDrugs.clear();
    }

    @Override
    public void fault(String patientId, String type, String element, FaultRule rule) {
        Row fault = CanonicalRow.part(CanonicalRows.FAULT_TYPE)
                .with("column", element)
                .with("rule", rule.label())
                .row();
        waiting.add(canonical(patientId, type).with(CanonicalRows.FAULT, fault).row());
    }

    private CanonicalRow canonical(String patientId, String type) {
        Row origin = CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                .with("site", site)
                .with("table", type)
                .with("file", line.file())
                .with("line", line.number())
                .row();
        return CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(CanonicalRows.PATIENT_ID, patientId)
                .with(CanonicalRows.ORIGIN, origin);
    }

    private void passContacts() {
        Row origin = CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                .with("site", site)
                .with("table", EncounterReader.TYPE)
                .with("file", line == null ? null : line.file())
                .row();
        contacts.forEach((patientId, time) -> waiting.add(CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(CanonicalRows.PATIENT_ID, patientId)
                .with(
                        CanonicalRows.OBSERVATION,
                        CanonicalRow.part(CanonicalRows.OBSERVATION_TYPE)
                                .with("start", time.first())
                                .with("end", time.last())
                                .with("contact", true)
                                .row())
                .with(CanonicalRows.ORIGIN, origin)
                .row()));
        contacts.clear();
    }
}
