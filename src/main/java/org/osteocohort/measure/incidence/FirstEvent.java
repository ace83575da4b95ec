package org.osteocohort.measure.incidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.codes.Role;
import org.osteocohort.measure.population.Counted;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.Verdict;
import org.osteocohort.tag.Tag;

/**
 * The first time that something came upon a child; nothing comes upon a child twice, so that a course of steroids is
 * an event once in a life.
 *
 * @param day the index date of a phenotype; the first day on which an item, or one that belongs to it, is in effect
 */
record FirstEvent(Counted what, LocalDate day) {
    /** All first events of a child, each thing once. */
    static List<FirstEvent> of(Assessment child) {
        List<FirstEvent> events = new ArrayList<>();
        for (Verdict verdict : child.verdicts()) {
            if (verdict.caseClass() != CaseClass.NOT_MET) {
                events.add(new FirstEvent(Counted.of(verdict), verdict.indexDate()));
            }
        }
        firstDays(child).forEach((item, day) -> events.add(new FirstEvent(Counted.of(item), day)));
        return events;
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
