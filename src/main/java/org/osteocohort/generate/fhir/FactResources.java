package org.osteocohort.generate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.osteocohort.generate.chart.CodedFact;
import org.osteocohort.generate.chart.DrugFact;
import org.osteocohort.generate.chart.TermVocabulary;
import org.osteocohort.generate.design.Drug;

/** Fills the resources of coded facts and drugs; subject and encounter are filled by the writer. */
final class FactResources {
    private static final String UCUM = "http://unitsofmeasure.org";

    private FactResources() {}

    static void condition(ObjectNode condition, CodedFact fact) {
        Coding.code(
                condition.putObject("verificationStatus"),
                "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                "confirmed");
        Coding.code(
                condition.putArray("category").addObject(),
                "http://terminology.hl7.org/CodeSystem/condition-category",
                "encounter-diagnosis");
        Coding.concept(condition.putObject("code"), fact.term(), fact.mapped());
        condition.put("recordedDate", fact.date().toString());
    }

    static void procedure(ObjectNode procedure, CodedFact fact) {
        procedure.put("status", "completed");
        Coding.concept(procedure.putObject("code"), fact.term(), fact.mapped());
        procedure.put("performedDateTime", fact.date().toString());
    }

    static void observation(ObjectNode observation, CodedFact fact) {
        observation.put("status", "final");
        Coding.concept(observation.putObject("code"), fact.term(), fact.mapped());
        observation.put("effectiveDateTime", fact.date().toString());
        if (fact.value() != null) {
            observation
                    .putObject("valueQuantity")
                    .put("value", fact.value())
                    .put("unit", fact.unit())
                    .put("system", UCUM)
                    .put("code", fact.unit());
        }
    }

    /** The resource type of a drug fact: claims of pharmacies, doses given on a ward, and prescriptions. */
    static String drugType(DrugFact drug) {
        if (drug.encounter() != null) {
            return FhirWriter.ADMINISTRATION;
        }
        return drug.term().vocabulary() == TermVocabulary.NDC ? FhirWriter.DISPENSE : FhirWriter.REQUEST;
    }

    static void request(ObjectNode request, DrugFact drug) {
        request.put("status", "completed").put("intent", "order");
        Coding.concept(request.putObject("medicationCodeableConcept"), drug.term(), drug.mapped());
        request.put("authoredOn", drug.date().toString());
        instruction(request, drug);
        ObjectNode dispense = request.putObject("dispenseRequest");
        quantity(dispense, "quantity", drug.quantity());
        days(dispense, "expectedSupplyDuration", drug);
    }

    static void dispense(ObjectNode dispense, DrugFact drug) {
        dispense.put("status", "completed");
        Coding.concept(dispense.putObject("medicationCodeableConcept"), drug.term(), drug.mapped());
        quantity(dispense, "quantity", drug.quantity());
        days(dispense, "daysSupply", drug);
        dispense.put("whenHandedOver", drug.date().toString());
        instruction(dispense, drug);
    }

    static void administration(ObjectNode administration, DrugFact drug) {
        administration.put("status", "completed");
        Coding.concept(administration.putObject("medicationCodeableConcept"), drug.term(), drug.mapped());
        String day = drug.date().toString();
        administration.putObject("effectivePeriod").put("start", day).put("end", day);
        ObjectNode dosage = administration.putObject("dosage");
        route(dosage, drug.way());
        quantity(dosage, "dose", drug.quantity());
    }

    private static void instruction(ObjectNode resource, DrugFact drug) {
        ObjectNode instruction = resource.putArray("dosageInstruction").addObject();
        route(instruction, drug.way());
        long days = drug.daysSupply() == null ? 1 : drug.daysSupply();
        instruction
                .putObject("timing")
                .putObject("repeat")
                .putObject("boundsPeriod")
                .put("start", drug.date().toString())
                .put("end", drug.date().plusDays(days - 1).toString());
    }

    private static void quantity(ObjectNode parent, String name, Double quantity) {
        if (quantity != null) {
            parent.putObject(name).put("value", quantity);
        }
    }

    private static void days(ObjectNode parent, String name, DrugFact drug) {
        if (drug.daysSupply() != null) {
            parent.putObject(name)
                    .put("value", drug.daysSupply())
                    .put("unit", "day")
                    .put("system", UCUM)
                    .put("code", "d");
        }
    }

    private static void route(ObjectNode dosage, Drug.Way way) {
        ObjectNode route = dosage.putObject("route");
        switch (way) {
            case ORAL -> Coding.code(route, Coding.SNOMED, "26643006");
            case INFUSION -> Coding.code(route, Coding.SNOMED, "47625008");
            case TOPICAL -> Coding.code(route, Coding.SNOMED, "6064005");
            case SUBCUTANEOUS, INHALED, EYE -> {
                // The words alone, as half of all records have them.
            }
        }
        route.put("text", way.name());
    }
}
