package org.osteocohort.source.fhir;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.FaultRule;

/** The canonical rows of lines, each line read when its rows are asked for. */
final class ResourceRows implements Iterator<Row>, Findings {
    /** So many patients' contacts are kept together before they are passed on. */
    private static final int MOST_CONTACTS = 50_000;

    private static final String GZIP = ".gz";

    private static final int VALUE = 0;
    private static final int ADDRESS = 1;
    private static final int BYTES = 2;

    /** Spark divides no smaller file, however many cores there are. */
    private static final long BYTES_OF_A_WHOLE_FILE = 4L << 20;

    private final Iterator<Row> lines;
    private final ResourceReader reader;
    private final String site;
    private final String folder;
    private final Queue<Row> waiting = new ArrayDeque<>();
    private final Map<String, Contacts> contacts = new HashMap<>();
    private String address;
    private String file;
    private boolean whole;
    private long line;

    private record Contacts(LocalDate first, LocalDate last) {
        Contacts and(Contacts other) {
            return new Contacts(
                    other.first.isBefore(first) ? other.first : first, other.last.isAfter(last) ? other.last : last);
        }
    }

    /**
     * Reads lines.
     *
     * @param lines the text, the address of its file and the length of that
     * @param folder the path of the extract
     */
    ResourceRows(Iterator<Row> lines, ResourceReader reader, String site, String folder) {
        this.lines = lines;
        this.reader = reader;
        this.site = site;
        this.folder = folder;
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty() && lines.hasNext()) {
            Row next = lines.next();
            moveTo(next.getString(ADDRESS), next.getLong(BYTES));
            reader.read(next.getString(VALUE), this);
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

    /** Spark names a file by its address, with blanks and other marks escaped. */
    private void moveTo(String nextAddress, long bytes) {
        if (!nextAddress.equals(address)) {
            passContacts();
            address = nextAddress;
            whole = bytes <= BYTES_OF_A_WHOLE_FILE || nextAddress.endsWith(GZIP);
            line = 0;
            String path = URI.create(nextAddress).getPath();
            file = path.startsWith(folder) ? path.substring(folder.length()) : path;
        }
        line++;
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
    public void fault(String patientId, String type, String element, FaultRule rule) {
        Row fault = CanonicalRow.part(CanonicalRows.FAULT_TYPE)
                .with("column", element)
                .with("rule", rule.label())
                .row();
        waiting.add(canonical(patientId, type).with(CanonicalRows.FAULT, fault).row());
    }

    private CanonicalRow canonical(String patientId, String type) {
        // Where a file is read in several parts, nobody knows how many lines came before a later one.
        Row origin = CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                .with("site", site)
                .with("table", type)
                .with("file", file)
                .with("line", whole ? Long.valueOf(line) : null)
                .row();
        return CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(CanonicalRows.PATIENT_ID, patientId)
                .with(CanonicalRows.ORIGIN, origin);
    }

    private void passContacts() {
        Row origin = CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                .with("site", site)
                .with("table", EncounterReader.TYPE)
                .with("file", file)
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
