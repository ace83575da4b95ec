package org.osteocohort.generate.synthea;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.chart.Chart;
import org.osteocohort.generate.chart.CodedFact;
import org.osteocohort.generate.chart.DrugFact;
import org.osteocohort.generate.chart.Encounter;
import org.osteocohort.generate.chart.Term;
import org.osteocohort.generate.chart.TermVocabulary;

/**
 * The rows of a chart. Times of day are made up, and those of all but conditions differ from row to row: rows
 * of the format have no identifier, and two of the same instant would be one.
 */
final class SyntheaRows {
    private static final int SECONDS_OF_A_MORNING = 4 * 60 * 60;
    private static final String MORNING = "T08:00:00Z";
    private static final String NOON = "T12:00:00Z";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private SyntheaRows() {}

    static SyntheaRow.Patient patient(String patient, Chart chart) {
        return new SyntheaRow.Patient(
                patient,
                chart.birth(),
                chart.death(),
                race(chart.race()),
                chart.hispanic() ? "hispanic" : "nonhispanic",
                chart.sex() == Sex.UNKNOWN ? null : chart.sex() == Sex.MALE ? "M" : "F");
    }

    private static String race(Chart.Race race) {
        return switch (race) {
            case WHITE -> "white";
            case BLACK -> "black";
            case ASIAN -> "asian";
            case NATIVE_AMERICAN -> "native";
            case PACIFIC_ISLANDER -> "hawaiian";
            case UNKNOWN -> "other";
        };
    }

    static SyntheaRow.Visit visit(String id, String patient, Encounter encounter) {
        return new SyntheaRow.Visit(
                id, encounter.start() + MORNING, encounter.end() + NOON, patient, encounterClass(encounter.kind()));
    }

    /** An encounter of no other purpose than to be one; at home, so that it counts as no visit. */
    static SyntheaRow.Visit contact(String id, String patient, LocalDate day) {
        return new SyntheaRow.Visit(id, day + MORNING, day + NOON, patient, "home");
    }

    private static String encounterClass(VisitKind kind) {
        return switch (kind) {
            case INPATIENT -> "inpatient";
            case EMERGENCY -> "emergency";
            case OUTPATIENT -> "ambulatory";
            case OTHER -> "home";
        };
    }

    static SyntheaRow.Condition condition(String patient, String encounter, CodedFact fact) {
        Term term = fact.term();
        return new SyntheaRow.Condition(
                fact.date(), null, patient, encounter, system(term.vocabulary()), term.code(), term.name());
    }

    /** The row's instant, before noon. */
    private static String morning(LocalDate day, long row) {
        return day + "T"
                + LocalTime.parse("08:00:00")
                        .plusSeconds(row % SECONDS_OF_A_MORNING)
                        .format(TIME) + "Z";
    }

    static SyntheaRow.Procedure procedure(long row, String patient, String encounter, CodedFact fact) {
        Term term = fact.term();
        return new SyntheaRow.Procedure(
                morning(fact.date(), row),
                fact.date() + NOON,
                patient,
                encounter,
                system(term.vocabulary()),
                term.code(),
                term.name());
    }

    private static String system(TermVocabulary vocabulary) {
        return switch (vocabulary) {
            case ICD10CM -> "http://hl7.org/fhir/sid/icd-10-cm";
            case ICD9CM -> "http://hl7.org/fhir/sid/icd-9-cm";
            case SNOMED -> "http://snomed.info/sct";
            case CPT4 -> "http://www.ama-assn.org/go/cpt";
            case HCPCS -> "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
            case LOINC -> "http://loinc.org";
            case RXNORM -> "http://www.nlm.nih.gov/research/umls/rxnorm";
            case NDC -> "http://hl7.org/fhir/sid/ndc";
            case LOCAL -> null;
        };
    }

    static SyntheaRow.Observation observation(long row, String patient, String encounter, CodedFact fact) {
        return new SyntheaRow.Observation(
                morning(fact.date(), row),
                patient,
                encounter,
                fact.term().code(),
                fact.term().name(),
                fact.value() == null ? null : String.valueOf(fact.value()),
                fact.unit(),
                fact.value() == null ? "text" : "numeric");
    }

    /** A package is written as the product in it: the format knows no National Drug Codes. */
    static SyntheaRow.Medication medication(long row, String patient, String encounter, DrugFact drug) {
        Term product =
                drug.term().vocabulary() == TermVocabulary.NDC ? drug.term().mapsTo() : drug.term();
        LocalDate last = drug.daysSupply() == null ? drug.date() : drug.date().plusDays(drug.daysSupply() - 1L);
        return new SyntheaRow.Medication(
                morning(drug.date(), row), last + NOON, patient, encounter, product.code(), product.name(), 1);
    }
}
