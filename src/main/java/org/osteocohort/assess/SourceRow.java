package org.osteocohort.assess;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.VisitKind;

/**
 * A canonical row of a child, or of nobody, before anybody has asked whether it can be.
 *
 * @param fault what its source found wrong with it; null when nothing
 * @param part what it tells; null when it cannot be used
 */
record SourceRow(Place place, Fault fault, Part part) {
    /**
     * What is wrong with a row.
     *
     * @param column as the file names it; null when no single one is at fault
     * @param rule label of a {@link org.osteocohort.source.FaultRule}
     * @param rows how many rows of nobody in particular this one stands for; null for itself alone
     */
    record Fault(String column, String rule, Long rows) {}

    /** What a row tells of a child. */
    sealed interface Part permits Person, Observation, Stay, Death, Event {
        /** How the source knows the row among those of its table; null when it does not. */
        default SourceReference identifier() {
            return null;
        }

        /**
         * Whether the part can be used though a cell of it cannot be, its end or amount being unknown then. A result
         * without its number, or a patient without a birth date, has lost what it is about.
         */
        default boolean canDoWithoutCell() {
            return false;
        }
    }

    /**
     * Who the child is.
     *
     * @param precision null when the birth date is
     */
    record Person(
            String site,
            String subjectId,
            Sex sex,
            LocalDate birthDate,
            DatePrecision precision,
            String race,
            String ethnicity)
            implements Part {}

    /**
     * A time in which the child was observed.
     *
     * @param contact whether it is a time of care, of which only the first and the last day count
     */
    record Observation(LocalDate start, LocalDate end, boolean contact) implements Part {}

    /** An encounter. */
    record Stay(String visitId, VisitKind kind, LocalDate start, LocalDate end) implements Part {
        @Override
        public SourceReference identifier() {
            return visitId == null ? null : new SourceReference("", visitId);
        }

        @Override
        public boolean canDoWithoutCell() {
            return true;
        }

        boolean endsBeforeStart() {
            return end != null && end.isBefore(start);
        }
    }

    /** The day of the child's death. */
    record Death(LocalDate day) implements Part {}

    /** A coded fact, as {@link ClinicalEvent} but for its days, which need not be there nor in order. */
    record Event(
            EventDomain domain,
            LocalDate date,
            LocalDate endDate,
            CodeKey code,
            List<CodeKey> matchedBy,
            CodeResolution resolution,
            String visitId,
            boolean inpatient,
            DrugSupply supply,
            NumericResult result,
            SourceReference source)
            implements Part {
        @Override
        public SourceReference identifier() {
            return source.id().isEmpty() ? null : source;
        }

        @Override
        public boolean canDoWithoutCell() {
            return domain == EventDomain.DRUG;
        }

        boolean endsBeforeStart() {
            return endDate != null && endDate.isBefore(date);
        }

        /**
         * The event, of which a date must be known; an end before the start is left out.
         *
         * @param withValue whether the number of its result is one that it can have
         * @param withDaysSupply whether its days of supply are
         */
        ClinicalEvent event(boolean withValue, boolean withDaysSupply) {
            return new ClinicalEvent(
                    domain,
                    date,
                    endsBeforeStart() ? null : endDate,
                    code,
                    matchedBy,
                    resolution,
                    visitId,
                    inpatient,
                    withDaysSupply ? supply : supply.withoutDays(),
                    withValue ? result : new NumericResult(null, result.unit()),
                    source);
        }
    }
}
