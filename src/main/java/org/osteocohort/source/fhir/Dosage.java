package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.source.drug.DrugRouteWords;

/**
 * How much of a drug a record stands for and how it is taken; what the record does not say is null.
 *
 * @param end the last day on which it is to be taken
 * @param quantity dose units, or milligrams when the record says so
 * @param milligramsPerUnit 1 when the quantity is in milligrams
 */
record Dosage(LocalDate end, DrugRoute route, Integer daysSupply, Double quantity, Double milligramsPerUnit) {
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_OF_A_MONTH = 30;

    /** SNOMED CT routes by which the records name them most; words are read for all others. */
    private static final Map<String, DrugRoute> ROUTES = Map.ofEntries(
            Map.entry("26643006", DrugRoute.ORAL),
            Map.entry("127492001", DrugRoute.ORAL),
            Map.entry("127490009", DrugRoute.ORAL),
            Map.entry("37839007", DrugRoute.ORAL),
            Map.entry("47625008", DrugRoute.PARENTERAL),
            Map.entry("78421000", DrugRoute.PARENTERAL),
            Map.entry("34206005", DrugRoute.PARENTERAL),
            Map.entry("6064005", DrugRoute.NOT_SYSTEMIC),
            Map.entry("447694001", DrugRoute.NOT_SYSTEMIC),
            Map.entry("46713006", DrugRoute.NOT_SYSTEMIC),
            Map.entry("54485002", DrugRoute.NOT_SYSTEMIC),
            Map.entry("10547007", DrugRoute.NOT_SYSTEMIC),
            Map.entry("12130007", DrugRoute.NOT_SYSTEMIC));

    static Dosage of(EventType type, JsonNode drugRecord) {
        List<JsonNode> instructions = Json.list(drugRecord, "dosageInstruction");
        List<JsonNode> dosages = instructions.isEmpty() ? Json.list(drugRecord, "dosage") : instructions;
        boolean request = type == EventType.MEDICATION_REQUEST;
        JsonNode supply = request
                ? Json.at(drugRecord, "dispenseRequest", "expectedSupplyDuration")
                : drugRecord.path("daysSupply");
        JsonNode amount = switch (type) {
            case MEDICATION_REQUEST -> Json.at(drugRecord, "dispenseRequest", "quantity");
            case MEDICATION_ADMINISTRATION -> Json.at(drugRecord, "dosage", "dose");
            case MEDICATION_DISPENSE, MEDICATION_STATEMENT, CONDITION, PROCEDURE, OBSERVATION ->
                drugRecord.path("quantity");
        };
        Double milligrams = milligramsPerUnit(amount);
        Double value = Json.number(amount, "value");
        boolean weighed = value != null && milligrams != null;
        return new Dosage(
                end(dosages),
                route(dosages),
                days(supply),
                weighed ? Double.valueOf(value * milligrams) : value,
                weighed ? 1.0 : null);
    }

    /** The latest of the days to which the instructions are bound. */
    private static LocalDate end(List<JsonNode> dosages) {
        return dosages.stream()
                .map(dosage -> Json.text(dosage, "timing", "repeat", "boundsPeriod", "end"))
                .flatMap(text -> FhirDate.of(text).stream())
                .filter(written -> written.precision() == DatePrecision.DAY)
                .map(FhirDate::date)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static DrugRoute route(List<JsonNode> dosages) {
        return dosages.stream()
                .flatMap(dosage -> route(dosage.path("route")).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<DrugRoute> route(JsonNode concept) {
        List<JsonNode> codings = Json.list(concept, "coding");
        return codings.stream()
                .map(coding -> ROUTES.get(String.valueOf(Json.text(coding, "code"))))
                .filter(route -> route != null)
                .findFirst()
                .or(() -> DrugRouteWords.route(Json.text(concept, "text")))
                .or(() -> codings.stream()
                        .flatMap(coding -> DrugRouteWords.route(Json.text(coding, "display"))
                                .or(() -> DrugRouteWords.route(Json.text(coding, "code")))
                                .stream())
                        .findFirst());
    }

    private static Integer days(JsonNode duration) {
        Double value = Json.number(duration, "value");
        if (value == null) {
            return null;
        }
        double days = switch (unit(duration)) {
            case "", "d", "day", "days" -> value;
            case "wk", "week", "weeks" -> value * DAYS_OF_A_WEEK;
            case "mo", "month", "months" -> value * DAYS_OF_A_MONTH;
            default -> Double.NaN;
        };
        return days >= 1 && days <= Integer.MAX_VALUE ? Integer.valueOf((int) days) : null;
    }

    private static Double milligramsPerUnit(JsonNode quantity) {
        return switch (unit(quantity)) {
            case "mg", "milligram", "milligrams" -> 1.0;
            case "g", "gram", "grams" -> 1000.0;
            case "ug", "mcg", "microgram", "micrograms" -> 0.001;
            default -> null;
        };
    }

    private static String unit(JsonNode quantity) {
        String unit = Json.text(quantity, "code") == null ? Json.text(quantity, "unit") : Json.text(quantity, "code");
        return unit == null ? "" : unit.toLowerCase(Locale.ROOT);
    }
}
