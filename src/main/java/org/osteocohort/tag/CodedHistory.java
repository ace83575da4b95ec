package org.osteocohort.tag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.RememberedMatches;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;

/** A child's history with the meaning of every event, asked by role; lists keep the order of time. */
public final class CodedHistory {
    private final PatientHistory history;
    private final Map<Role, List<CodedEvent>> byRole = new EnumMap<>(Role.class);

    private CodedHistory(PatientHistory history) {
        this.history = history;
    }

    /** Matches every event of the history to the code sets. */
    public static CodedHistory of(PatientHistory history, RememberedMatches codes) {
        CodedHistory coded = new CodedHistory(history);
        for (ClinicalEvent event : history.events()) {
            for (CodeRow row : codes.match(event.code(), event.matchedBy())) {
                coded.byRole
                        .computeIfAbsent(row.role(), role -> new ArrayList<>())
                        .add(new CodedEvent(event, row));
            }
        }
        return coded;
    }

    public PatientHistory history() {
        return history;
    }

    /** The events with this role, in order of time. */
    public List<CodedEvent> with(Role role) {
        return byRole.getOrDefault(role, List.of());
    }

    /** The events with any role of this family, in order of time, then of role. */
    public List<CodedEvent> with(Role.Family family) {
        List<CodedEvent> events = new ArrayList<>();
        byRole.forEach((role, coded) -> {
            if (role.family() == family) {
                events.addAll(coded);
            }
        });
        events.sort((left, right) -> ClinicalEvent.CHRONOLOGICAL.compare(left.event(), right.event()));
        return events;
    }

    /** Whether the event was recorded during a stay in hospital, by its own row or by its visit. */
    public boolean inpatient(ClinicalEvent event) {
        if (event.inpatient()) {
            return true;
        }
        if (event.visitId() == null) {
            return false;
        }
        for (Visit visit : history.visits()) {
            if (visit.kind() == VisitKind.INPATIENT && visit.visitId().equals(event.visitId())) {
                return true;
            }
        }
        return false;
    }
}
