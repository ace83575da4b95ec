package org.osteocohort.measure.incidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.Days;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Counted;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.Verdict;
import org.osteocohort.tag.Tag;

/**
 * The first time that something came upon a child; nothing comes upon a child twice, so that a course of steroids is
 * an event once in a life. A child that is suspected first and confirmed later has an event of each group of classes.
 *
 * @param held the days on which the child was in one of the classes; of an item all days from the first on which it, or one
 *     that belongs to it, is in effect
 */
record FirstEvent(Counted what, Days held) {
    /** All first events of a child, each thing once. */
    static List<FirstEvent> of(Assessment child) {
        List<FirstEvent> events = new ArrayList<>();
        for (Verdict verdict : child.verdicts()) {
            if (!verdict.history().none()) {
                addFirstOfGroups(verdict, events);
            }
        }
        firstDays(child).forEach((item, day) -> events.add(new FirstEvent(Counted.of(item), Days.from(day))));
        return events;
    }

    private static void addFirstOfGroups(Verdict verdict, List<FirstEvent> events) {
        for (CaseGroup group : CaseGroup.values()) {
            Days held = verdict.history().in(group::includes);
            if (!held.none()) {
                events.add(new FirstEvent(Counted.of(verdict.phenotype(), group), held));
            }
        }
    }

    LocalDate day() {
        return held.first();
    }

    /** In which ways the child is out of the classes again, up to a day. */
    Set<Leaving> leaving(LocalDate last) {
        if (day().isAfter(last) || held.spans().get(0).contains(last)) {
            return Set.of();
        }
        return held.since(last) == null ? EnumSet.allOf(Leaving.class) : Set.of(Leaving.LEFT);
    }

    private static Map<StudyItem, LocalDate> firstDays(Assessment child) {
        Map<StudyItem, LocalDate> first = new TreeMap<>();
        for (Tag tag : child.tags()) {
            if (tag.qualifies()) {
                Role.labelled(tag.role()).flatMap(ItemKind::of).ifPresent(kind -> {
                    StudyItem item = new StudyItem(kind, tag.item());
                    first.merge(item, tag.effectStart(), FirstEvent::earlier);
                    item.wider().forEach(wider -> first.merge(wider, tag.effectStart(), FirstEvent::earlier));
                });
            }
        }
        return first;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
