package org.osteocohort.ehr;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.osteocohort.codes.CodeKey;

/**
 * One coded, dated fact about a child.
 *
 * @param code the code as recorded, in its vocabulary; it carries the encounter character and the side of a fracture
 * @param matchedBy the code set keys that the source resolved the code to through a vocabulary (a product's
 *     ingredients, the broader concepts of a SNOMED concept) or by name; empty when {@code code} speaks for itself
 * @param endDate null when not recorded or not after the start in the source
 * @param visitId the encounter it was recorded in; null when the source does not say
 * @param inpatient whether the source's own row says that it was an inpatient diagnosis; the visit may say so too
 * @param supply for drugs only, else null
 * @param result for measurements and numeric observations only, else null
 */
public record ClinicalEvent(
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
        SourceReference source) {
    /** A total order that does not depend on the order of rows in the extract. */
    public static final Comparator<ClinicalEvent> CHRONOLOGICAL = ClinicalEvent::compareInTime;

    private static final Comparator<ClinicalEvent> ON_ONE_DAY = Comparator.comparing(ClinicalEvent::domain)
            .thenComparing(ClinicalEvent::code)
            .thenComparing(ClinicalEvent::source);

    private static int compareInTime(ClinicalEvent one, ClinicalEvent other) {
        int byDay = one.date.compareTo(other.date);
        return byDay == 0 ? ON_ONE_DAY.compare(one, other) : byDay;
    }

    public ClinicalEvent {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(source, "source");
        matchedBy = List.copyOf(matchedBy);
    }
}
