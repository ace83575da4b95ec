package org.osteocohort.tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A child and an item of the study.
 *
 * @param role the group the item belongs to in the reports, for example {@code secondary_cause}
 * @param item the item, for example {@code cerebral_palsy}
 * @param dates number of different days with a record
 * @param records number of records
 * @param effects the days on which the item counts, in order of time; none when it does not qualify
 */
public record Tag(
        String role,
        String item,
        LocalDate firstDate,
        LocalDate lastDate,
        int dates,
        int records,
        List<EffectSpan> effects,
        List<CodedEvent> evidence) {
    public Tag {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(item, "item");
        effects = List.copyOf(effects);
        evidence = List.copyOf(evidence);
    }

    /**
     * Whether the item's own rule holds (for a chronic condition: two dates far enough apart, or one inpatient record),
     * not only whether some code was seen.
     */
    public boolean qualifies() {
        return !effects.isEmpty();
    }

    /** First day on which the item counts; null when it does not qualify. */
    public LocalDate effectStart() {
        return effects.isEmpty() ? null : effects.get(0).start();
    }

    /** Last day on which it counts; null for a lifelong item or when it does not qualify. */
    public LocalDate effectEnd() {
        return effects.isEmpty() ? null : effects.get(effects.size() - 1).end();
    }

    /** Whether the item is in effect on some day of the span; both days are inside. */
    public boolean inEffect(LocalDate from, LocalDate to) {
        return effect(from, to).isPresent();
    }

    /** The first of its effects that some day from the one to the other, both inside, belongs to. */
    public Optional<EffectSpan> effect(LocalDate from, LocalDate to) {
        return effects.stream().filter(effect -> effect.meets(from, to)).findFirst();
    }
}
