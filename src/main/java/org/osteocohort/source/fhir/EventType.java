package org.osteocohort.source.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.EventDomain;

/** The resources that are events, and how they differ. */
enum EventType {
    CONDITION(
            "Condition",
            EventDomain.CONDITION,
            null,
            List.of("onsetDateTime", "onsetPeriod", "recordedDate"),
            Set.of()),
    PROCEDURE(
            "Procedure",
            EventDomain.PROCEDURE,
            null,
            List.of("performedDateTime", "performedPeriod"),
            Set.of("not-done", "preparation")),
    OBSERVATION(
            "Observation",
            EventDomain.MEASUREMENT,
            null,
            List.of("effectiveDateTime", "effectivePeriod", "effectiveInstant"),
            Set.of("cancelled", "registered")),
    MEDICATION_REQUEST(
            "MedicationRequest",
            EventDomain.DRUG,
            DrugRecordKind.ORDERED,
            List.of("authoredOn", "dosageInstruction/timing/repeat/boundsPeriod"),
            Set.of("draft", "cancelled")),
    MEDICATION_DISPENSE(
            "MedicationDispense",
            EventDomain.DRUG,
            DrugRecordKind.DISPENSED,
            List.of("whenHandedOver", "whenPrepared"),
            Set.of("preparation", "in-progress", "on-hold", "cancelled", "declined")),
    MEDICATION_ADMINISTRATION(
            "MedicationAdministration",
            EventDomain.DRUG,
            DrugRecordKind.ADMINISTERED,
            List.of("effectiveDateTime", "effectivePeriod"),
            Set.of("not-done")),
    MEDICATION_STATEMENT(
            "MedicationStatement",
            EventDomain.DRUG,
            DrugRecordKind.REPORTED,
            List.of("effectiveDateTime", "effectivePeriod", "dateAsserted"),
            Set.of("intended", "not-taken"));

    private static final String ENTERED_IN_ERROR = "entered-in-error";

    private final String type;
    private final EventDomain domain;
    private final DrugRecordKind recordKind;
    private final List<String> dates;
    private final Set<String> notHappened;

    EventType(String type, EventDomain domain, DrugRecordKind recordKind, List<String> dates, Set<String> notHappened) {
        this.type = type;
        this.domain = domain;
        this.recordKind = recordKind;
        this.dates = dates;
        this.notHappened = notHappened;
    }

    static Optional<EventType> named(String type) {
        for (EventType event : values()) {
            if (event.type.equals(type)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** Whether resources of a type are drug records. */
    static boolean isDrugRecord(String type) {
        return named(type).filter(event -> event.recordKind != null).isPresent();
    }

    /** The resource type, as written. */
    String type() {
        return type;
    }

    EventDomain domain() {
        return domain;
    }

    /** Null for what is no drug record. */
    DrugRecordKind recordKind() {
        return recordKind;
    }

    /** The elements that hold its date, the best first. */
    List<String> dates() {
        return dates;
    }

    /**
     * Whether a status says that there was no such event. What was stopped or put on hold had begun; a dispensing that
     * is in progress waits to be picked up.
     *
     * @param status null when not recorded
     */
    boolean notHappened(String status) {
        return ENTERED_IN_ERROR.equals(status) || status != null && notHappened.contains(status);
    }
}
