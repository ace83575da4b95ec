package org.osteocohort.source.omop;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.osteocohort.source.Carried;
import org.osteocohort.source.DirectCall;
import org.osteocohort.source.vocabulary.ConceptCodeBook;
import org.osteocohort.source.vocabulary.JudgedRow;
import scala.Function1;

/**
 * The book of a vocabulary as the rows of a task ask it. What a code stands for becomes a row of Spark once, and not for
 * every record of it.
 */
final class CarriedBook implements DirectCall.OfNumbers, DirectCall.RowByNumber {
    private static final long serialVersionUID = 1L;

    private final Carried<ConceptCodeBook> book;
    private transient InternalRow[] rows;

    CarriedBook(Broadcast<ConceptCodeBook> book) {
        this.book = new Carried<>(book);
    }

    /** Of the source and the standard concept, see {@link ConceptCodeBook#reference}. */
    @Override
    public int answer(long sourceConcept, long standardConcept) {
        return book.value().reference(sourceConcept, standardConcept);
    }

    /** Of a code of the book, in the shape of {@link JudgedRow#TYPE}. */
    @Override
    public InternalRow row(int reference) {
        if (rows == null) {
            rows = new InternalRow[book.value().size()];
        }
        if (rows[reference] == null) {
            Function1<Object, Object> form = CatalystTypeConverters.createToCatalystConverter(JudgedRow.TYPE);
            rows[reference] = (InternalRow) form.apply(JudgedRow.of(book.value().code(reference)));
        }
        return rows[reference];
    }
}
