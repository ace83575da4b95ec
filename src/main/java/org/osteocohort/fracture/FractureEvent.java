package org.osteocohort.fracture;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.tag.CodedEvent;

/**
 * One accident with one or more broken bones.
 *
 * @param number 1 for the child's first event
 * @param date first day on which the event is on record
 * @param ageDays age on that day; null when the birth date is unknown
 * @param bones each broken bone once, in a fixed order; empty for a site that is never counted
 * @param pathologic whether a code calls the fracture pathological
 * @param atypicalFemur an atypical femur fracture, a possible adverse event of bisphosphonates
 * @param confirmed whether imaging or a cast was coded near the event
 * @param leftTruncated whether the child was not yet under observation when fractures of early age could have happened
 * @param records number of diagnosis rows in the event
 * @param notCounted null when the event counts
 * @param evidence the rows that made the event, then those that decided its tier or took it out
 */
public record FractureEvent(
        int number,
        LocalDate date,
        Long ageDays,
        SortedSet<Bone> bones,
        TraumaTier tier,
        boolean pathologic,
        boolean atypicalFemur,
        boolean confirmed,
        boolean leftTruncated,
        int records,
        NotCounted notCounted,
        List<CodedEvent> evidence) {
    public FractureEvent {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(tier, "tier");
        bones = Collections.unmodifiableSortedSet(new TreeSet<>(bones));
        evidence = List.copyOf(evidence);
    }

    public boolean counted() {
        return notCounted == null;
    }

    public boolean has(FractureKind kind) {
        return bones.stream().anyMatch(bone -> bone.kind() == kind);
    }
}
