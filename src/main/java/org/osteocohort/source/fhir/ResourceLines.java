package org.osteocohort.source.fhir;

import java.util.Iterator;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.vocabulary.CodeBook;

/** Turns the lines of a partition into canonical rows. */
final class ResourceLines implements FlatMapFunction<Iterator<ResourceLine>, Row> {
    private static final long serialVersionUID = 1L;

    private final Subjects subjects;
    private final Broadcast<CodeBook> book;
    private final Set<VisitKind> visitKinds;

    ResourceLines(Subjects subjects, Broadcast<CodeBook> book, Set<VisitKind> visitKinds) {
        this.subjects = subjects;
        this.book = book;
        this.visitKinds = Set.copyOf(visitKinds);
    }

    @Override
    public Iterator<Row> call(Iterator<ResourceLine> lines) {
        ResourceReader reader = new ResourceReader(subjects, book.value(), visitKinds);
        return new ResourceRows(lines, reader, subjects.site());
    }
}
