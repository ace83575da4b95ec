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

    /** A power of two; so few that they stay near the processor. */
    private static final int REMEMBERED = 1024;

    /** Spreads numbers that follow each other: 2 to the power of 64 over the golden ratio, made odd. */
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final Carried<ConceptCodeBook> book;
    private transient InternalRow[] rows;

    /** A few concepts make up most rows of a hospital; each in one piece, for several threads. */
    private transient Known[] answers;

    private record Known(long sourceConcept, long standardConcept, int answer) {
        private boolean isOf(long source, long standard) {
            return sourceConcept == source && standardConcept == standard;
        }
    }

    CarriedBook(Broadcast<ConceptCodeBook> book) {
        this.book = new Carried<>(book);
    }

    /** Of the source and the standard concept, see {@link ConceptCodeBook#reference}. */
    @Override
    public int answer(long sourceConcept, long standardConcept) {
        if (answers == null) {
            answers = new Known[REMEMBERED];
        }
        int place = (int) ((31 * sourceConcept + standardConcept) * MIXER >>> Integer.SIZE) & REMEMBERED - 1;
        Known known = answers[place];
        if (known == null || !known.isOf(sourceConcept, standardConcept)) {
            int answer = book.value().reference(sourceConcept, standardConcept);
            known = new Known(sourceConcept, standardConcept, answer);
            answers[place] = known;
        }
        return known.answer();
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
