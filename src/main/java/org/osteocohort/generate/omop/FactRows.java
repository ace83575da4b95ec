package org.osteocohort.generate.omop;

import org.osteocohort.generate.chart.CodedFact;
import org.osteocohort.generate.chart.DrugFact;
import org.osteocohort.generate.chart.Term;
import org.osteocohort.generate.chart.TermVocabulary;
import org.osteocohort.generate.design.Drug;

/** The rows of coded facts and drugs; each is given its own number, its person and its visit (null when it has none). */
final class FactRows {
    private static final int EHR = StandardConcept.EHR.id();

    private final Concepts concepts;

    FactRows(Concepts concepts) {
        this.concepts = concepts;
    }

    ConditionRow condition(long row, long personId, Long visit, CodedFact fact) {
        Term term = fact.term();
        boolean sourceIsStandard = term.vocabulary() == TermVocabulary.SNOMED;
        return new ConditionRow(
                row,
                personId,
                concepts.standard(term, fact.mapped()),
                fact.date(),
                null,
                EHR,
                Concepts.NONE,
                null,
                null,
                visit,
                null,
                sourceIsStandard ? term.name() : term.code(),
                sourceIsStandard ? Concepts.NONE : concepts.of(term),
                null);
    }

    ProcedureRow procedure(long row, long personId, Long visit, CodedFact fact) {
        return new ProcedureRow(
                row,
                personId,
                concepts.standard(fact.term(), fact.mapped()),
                fact.date(),
                null,
                EHR,
                Concepts.NONE,
                null,
                null,
                visit,
                null,
                fact.term().code(),
                concepts.of(fact.term()),
                null);
    }

    MeasurementRow measurement(long row, long personId, Long visit, CodedFact fact) {
        return new MeasurementRow(
                row,
                personId,
                concepts.standard(fact.term(), fact.mapped()),
                fact.date(),
                EHR,
                Concepts.NONE,
                fact.value(),
                Concepts.NONE,
                StandardConcept.unit(fact.unit()),
                null,
                null,
                null,
                visit,
                null,
                fact.term().code(),
                concepts.of(fact.term()),
                fact.unit(),
                Concepts.NONE,
                null,
                null,
                null);
    }

    ObservationRow observation(long row, long personId, Long visit, CodedFact fact) {
        return new ObservationRow(
                row,
                personId,
                concepts.standard(fact.term(), fact.mapped()),
                fact.date(),
                EHR,
                null,
                null,
                Concepts.NONE,
                Concepts.NONE,
                Concepts.NONE,
                null,
                visit,
                null,
                fact.term().code(),
                concepts.of(fact.term()),
                null,
                null,
                null,
                null,
                null);
    }

    DrugRow drug(long row, long personId, Long visit, DrugFact drug) {
        boolean supplied = drug.daysSupply() != null;
        return new DrugRow(
                row,
                personId,
                concepts.standard(drug.term(), drug.mapped()),
                drug.date(),
                supplied ? drug.date().plusDays(drug.daysSupply() - 1L) : drug.date(),
                null,
                drugType(drug),
                null,
                null,
                drug.quantity(),
                drug.daysSupply(),
                null,
                routeConcept(drug.way()),
                null,
                null,
                visit,
                null,
                drug.term().code(),
                concepts.of(drug.term()),
                drug.way().name(),
                null);
    }

    /** A package's code comes from a pharmacy's claim, an infusion from a ward, the rest are prescriptions. */
    private static int drugType(DrugFact drug) {
        if (drug.term().vocabulary() == TermVocabulary.NDC && drug.encounter() == null) {
            return StandardConcept.PHARMACY_CLAIM.id();
        }
        return drug.encounter() == null ? StandardConcept.PRESCRIPTION.id() : StandardConcept.ADMINISTRATION.id();
    }

    private static int routeConcept(Drug.Way way) {
        return switch (way) {
            case ORAL -> StandardConcept.ORAL.id();
            case INFUSION -> StandardConcept.INTRAVENOUS.id();
            case TOPICAL -> StandardConcept.TOPICAL.id();
            case SUBCUTANEOUS, INHALED, EYE -> Concepts.NONE;
        };
    }
}
