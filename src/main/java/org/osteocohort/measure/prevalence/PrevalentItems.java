package org.osteocohort.measure.prevalence;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.tag.Tag;

/**
 * Which causes a child has on some days.
 *
 * @param lookBackDays how long the last record of an item makes it count; null for as long as its own rule says
 */
record PrevalentItems(Integer lookBackDays) {
    /** The items in effect on any of the days, with the wider items they belong to. */
    SortedSet<StudyItem> on(Assessment child, ObservedTime days) {
        SortedSet<StudyItem> items = new TreeSet<>();
        for (Tag tag : child.tags()) {
            if (days.spans().stream().anyMatch(span -> holds(tag, span))) {
                Role.labelled(tag.role()).flatMap(ItemKind::of).ifPresent(kind -> {
                    StudyItem item = new StudyItem(kind, tag.item());
                    items.add(item);
                    items.addAll(item.wider());
                });
            }
        }
        return items;
    }

    private boolean holds(Tag tag, DaySpan span) {
        if (!tag.inEffect(span.start(), span.end())) {
            return false;
        }
        if (lookBackDays == null) {
            return true;
        }
        LocalDate earliest = span.start().minusDays(lookBackDays);
        return tag.evidence().stream()
                .anyMatch(event ->
                        !event.date().isBefore(earliest) && !event.date().isAfter(span.end()));
    }
}
