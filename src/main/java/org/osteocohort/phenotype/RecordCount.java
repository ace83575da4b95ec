package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.tag.CodedEvent;

/**
 * Coded records of some roles or items on so many different days.
 *
 * @param roles roles that count; empty for all
 * @param items items that count, each with its sub-items; empty for all
 * @param minDates how many different days are needed
 * @param daysApart the first and the last of them lie at least so many days apart
 * @param orInpatient whether one record of a stay in hospital suffices
 * @param beforeAgeYears records count before this birthday; null for any age
 * @param after the criterion whose first counted fracture must not come after the record; null for any time
 */
public record RecordCount(
        Set<Role> roles,
        Set<String> items,
        int minDates,
        int daysApart,
        boolean orInpatient,
        Integer beforeAgeYears,
        Criterion after)
        implements Criterion {
    public RecordCount {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        items = Set.copyOf(items);
    }

    @Override
    public Outcome evaluate(Findings findings) {
        LocalDate from = from(findings);
        if (from == null) {
            return Outcome.NOT_MET;
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        List<CodedEvent> evidence = new ArrayList<>();
        for (CodedEvent record : records(findings, from)) {
            days.add(record.date());
            evidence.add(record);
            boolean often = days.size() >= minDates && ChronoUnit.DAYS.between(days.first(), days.last()) >= daysApart;
            if (often || (orInpatient && findings.history().inpatient(record.event()))) {
                return Outcome.met(record.date(), evidence);
            }
        }
        return Outcome.NOT_MET;
    }

    /** The day from which records count; null when the fracture they must follow did not happen. */
    private LocalDate from(Findings findings) {
        if (after == null) {
            return LocalDate.MIN;
        }
        return findings.outcome(after).series().stream()
                .map(FractureSeries::first)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private List<CodedEvent> records(Findings findings, LocalDate from) {
        List<CodedEvent> records = new ArrayList<>();
        for (Role role : roles.isEmpty() ? EnumSet.allOf(Role.class) : roles) {
            for (CodedEvent record : findings.history().with(role)) {
                if (counts(record, from, findings)) {
                    records.add(record);
                }
            }
        }
        records.sort((left, right) -> ClinicalEvent.CHRONOLOGICAL.compare(left.event(), right.event()));
        return records;
    }

    private boolean counts(CodedEvent record, LocalDate from, Findings findings) {
        boolean named = items.isEmpty()
                || items.stream()
                        .anyMatch(item -> record.row().item().equals(item)
                                || record.row().item().startsWith(item + "."));
        boolean young = beforeAgeYears == null || findings.beforeBirthday(record.date(), beforeAgeYears);
        return named && young && !record.date().isBefore(from);
    }

    @Override
    public boolean asksForFracture() {
        return after != null && after.asksForFracture();
    }

    @Override
    public Clause describe(Glossary glossary) {
        String days = minDates == 1 ? "on at least one day" : "on " + minDates + " or more different days";
        String apart = daysApart == 0 ? "" : ", the first and the last at least " + Words.days(daysApart) + " apart";
        String stay = orInpatient && minDates > 1 ? ", or once during a stay in hospital" : "";
        String age = beforeAgeYears == null ? "" : ", " + Words.beforeBirthday(beforeAgeYears);
        String text = what() + " on record " + days + apart + stay + age;
        return after == null
                ? Clause.of(text)
                : Clause.before(text + ", not before the first fracture that counts for", after.describe(glossary));
    }

    private String what() {
        String named = Words.or(new TreeSet<>(items).stream().map(Words::plain).toList());
        if (roles.isEmpty()) {
            return items.isEmpty() ? "any item of the study" : named;
        }
        return items.isEmpty() ? Words.roles(roles) : named + " (as " + Words.roles(roles) + ")";
    }
}
