package org.osteocohort.generate.pcornet;

import java.util.Set;
import org.osteocohort.generate.chart.CodedFact;
import org.osteocohort.generate.chart.Term;
import org.osteocohort.generate.chart.TermVocabulary;

/** The rows of coded facts; each is given its own number, its person and its encounter. */
final class FactRows {
    private static final String HEIGHT = "8302-2";
    private static final String WEIGHT = "29463-7";
    private static final String BODY_MASS_INDEX = "39156-5";
    private static final double CENTIMETRES_PER_INCH = 2.54;
    private static final double KILOGRAMS_PER_POUND = 0.45359237;
    private static final double STEPS_OF_CONVERTED = 10_000;
    /** Amounts in blood; density, temperature and scores are observations and no laboratory results. */
    private static final Set<String> LABORATORY_UNITS = Set.of("mg/dL", "ng/mL", "pg/mL", "U/L", "g/dL");

    /** The tables of coded facts. */
    enum FactTable {
        DIAGNOSIS,
        PROCEDURES,
        VITAL,
        LAB_RESULT,
        CLINICAL
    }

    private FactRows() {}

    static FactTable table(CodedFact fact) {
        return switch (fact.kind()) {
            // External causes are diagnoses here, wherever the site files them.
            case CONDITION, OBSERVATION -> FactTable.DIAGNOSIS;
            case PROCEDURE -> FactTable.PROCEDURES;
            case MEASUREMENT -> {
                boolean vital = Set.of(HEIGHT, WEIGHT, BODY_MASS_INDEX)
                        .contains(fact.term().code());
                boolean laboratory = fact.unit() != null && LABORATORY_UNITS.contains(fact.unit());
                yield vital ? FactTable.VITAL : laboratory ? FactTable.LAB_RESULT : FactTable.CLINICAL;
            }
        };
    }

    static FactRow.Diagnosis diagnosis(String row, String person, String encounter, CodedFact fact) {
        return new FactRow.Diagnosis(
                row,
                person,
                encounter,
                PersonRows.encounterType(fact.encounter().kind()),
                fact.encounter().start(),
                fact.term().code().replace(".", ""),
                diagnosisType(fact.term()),
                fact.date(),
                "FI",
                "BI",
                "X");
    }

    private static String diagnosisType(Term term) {
        return switch (term.vocabulary()) {
            case ICD10CM -> "10";
            case ICD9CM -> "09";
            case SNOMED -> "SM";
            case RXNORM, CPT4, HCPCS, LOINC, NDC, LOCAL -> "OT";
        };
    }

    static FactRow.Procedure procedure(String row, String person, String encounter, CodedFact fact) {
        return new FactRow.Procedure(
                row,
                person,
                encounter,
                PersonRows.encounterType(fact.encounter().kind()),
                fact.encounter().start(),
                fact.date(),
                fact.term().code(),
                "CH",
                "BI");
    }

    static FactRow.Vital vital(String row, String person, String encounter, CodedFact fact) {
        String code = fact.term().code();
        return new FactRow.Vital(
                row,
                person,
                encounter,
                fact.date(),
                "HC",
                code.equals(HEIGHT) ? converted(fact.value() / CENTIMETRES_PER_INCH) : null,
                code.equals(WEIGHT) ? converted(fact.value() / KILOGRAMS_PER_POUND) : null,
                code.equals(BODY_MASS_INDEX) ? fact.value() : null);
    }

    private static Double converted(double value) {
        return Math.round(value * STEPS_OF_CONVERTED) / STEPS_OF_CONVERTED;
    }

    static FactRow.LabResult labResult(String row, String person, String encounter, CodedFact fact) {
        return new FactRow.LabResult(
                row,
                person,
                encounter,
                fact.term().code(),
                fact.date(),
                fact.date(),
                fact.date(),
                fact.value(),
                "EQ",
                fact.unit(),
                fact.term().name());
    }

    static FactRow.ClinicalObservation clinical(String row, String person, String encounter, CodedFact fact) {
        boolean local = fact.term().vocabulary() == TermVocabulary.LOCAL;
        return new FactRow.ClinicalObservation(
                row,
                person,
                encounter,
                fact.date(),
                local ? "OT" : "LC",
                local ? null : fact.term().code(),
                fact.value(),
                "EQ",
                fact.unit(),
                fact.term().code(),
                fact.term().name());
    }
}
