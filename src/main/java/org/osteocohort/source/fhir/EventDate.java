package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.source.FaultRule;

/**
 * The day of an event, or why there is none.
 *
 * @param date null when the event cannot be placed to the day
 * @param end the last day, null when none is written to the day
 * @param column the element that was read, or the first that was looked for
 */
record EventDate(LocalDate date, LocalDate end, FaultRule fault, String column) {
    /**
     * The first of some elements that is there. One that is known to the month or year only is not replaced by the
     * next: a diagnosis of 2014 that was entered on a day of 2016 did not happen on that day.
     *
     * @param elements names of elements that hold a date or a period; {@code a/b} for one within another
     */
    static EventDate of(JsonNode resource, List<String> elements) {
        for (String element : elements) {
            JsonNode node = Json.at(resource, element.split("/"));
            String start = node.isObject() ? Json.text(node, "start") : Json.text(node);
            if (start != null) {
                LocalDate end = node.isObject() ? day(Json.text(node, "end")) : null;
                return FhirDate.of(start)
                        .map(written -> written.precision() == DatePrecision.DAY
                                ? new EventDate(written.date(), end, null, element)
                                : new EventDate(null, null, FaultRule.IMPRECISE, element))
                        .orElse(new EventDate(null, null, FaultRule.NOT_A_DATE, element));
            }
        }
        return new EventDate(null, null, FaultRule.MISSING, elements.get(0));
    }

    private static LocalDate day(String text) {
        return FhirDate.of(text)
                .filter(written -> written.precision() == DatePrecision.DAY)
                .map(FhirDate::date)
                .orElse(null);
    }
}
