package org.osteocohort.tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A child and an item of the study.
 *
 * @param role the group the item belongs to in the reports, for example {@code secondary_cause}
 * @param item the item, for example {@code cerebral_palsy}
 * @param dates number of different days with a record
 * @param records number of records
 * @param qualifies whether the item's own rule holds (for a chronic condition: two dates far enough apart, or one
 *     inpatient record), not only whether some code was seen
 * @param effectStart first day from which the item counts; null when it does not qualify
 * @param effectEnd last day to which it counts; null for a lifelong item or when it does not qualify
 */
public record Tag(
        String role,
        String item,
        LocalDate firstDate,
        LocalDate lastDate,
        int dates,
        int records,
        boolean qualifies,
        LocalDate effectStart,
        LocalDate effectEnd,
        List<CodedEvent> evidence) {
    public Tag {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(item, "item");
        evidence = List.copyOf(evidence);
    }

    /** Whether the item is in effect on some day of the span; both days are inside. */
    public boolean inEffect(LocalDate from, LocalDate to) {
        return qualifies && !effectStart.isAfter(to) && (effectEnd == null || !effectEnd.isBefore(from));
    }
}
