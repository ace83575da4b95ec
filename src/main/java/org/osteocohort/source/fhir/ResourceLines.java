package org.osteocohort.source.fhir;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/** Turns the lines of a partition into canonical rows. */
final class ResourceLines implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final Subjects subjects;
    private final String folder;
    private final Broadcast<CodeBook> book;
    private final Broadcast<HashMap<String, JudgedCode>> medications;
    private final Set<VisitKind> visitKinds;

    /** @param folder the path of the extract, of which files are told the rest */
    ResourceLines(
            Subjects subjects,
            String folder,
            Broadcast<CodeBook> book,
            Broadcast<HashMap<String, JudgedCode>> medications,
            Set<VisitKind> visitKinds) {
        this.subjects = subjects;
        this.folder = folder;
        this.book = book;
        this.medications = medications;
        this.visitKinds = Set.copyOf(visitKinds);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> lines) {
        ResourceReader reader = new ResourceReader(subjects, book.value(), medications.value(), visitKinds);
        return new ResourceRows(lines, reader, subjects.site(), folder);
    }
}
