package org.osteocohort.tag;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.NumericResult;

/** From coded records to tags: one for each child and item that is on record at all, whether it qualifies or not. */
public final class TagEngine {
    private final TagRules rules;

    public TagEngine(TagRules rules) {
        this.rules = rules;
    }

    /** The child's tags in order of group and item; drug exposures become tags elsewhere, from their eras. */
    public List<Tag> tags(CodedHistory history) {
        Map<String, Map<String, List<CodedEvent>>> records = new TreeMap<>();
        for (Role role : Role.values()) {
            for (CodedEvent coded : history.with(role)) {
                Optional<String> group = group(role);
                if (group.isPresent() && speaks(coded)) {
                    records.computeIfAbsent(group.get(), name -> new TreeMap<>())
                            .computeIfAbsent(coded.row().item(), item -> new ArrayList<>())
                            .add(coded);
                }
            }
        }
        List<Tag> tags = new ArrayList<>();
        records.forEach((group, items) ->
                items.forEach((item, events) -> tags.add(tag(group, item, rules.rule(group, item), events, history))));
        return tags;
    }

    /** The group under which a role is reported; empty for roles that other engines turn into something else. */
    public static Optional<String> group(Role role) {
        return switch (role) {
            case SECONDARY_CAUSE, SECONDARY_CAUSE_EXTENSION -> Optional.of("secondary_cause");
            case LIFESTYLE_CAUSE, LIFESTYLE_CAUSE_LAB, LIFESTYLE_CAUSE_LAB_PROXY, LIFESTYLE_CAUSE_OPTIONAL ->
                Optional.of("lifestyle_cause");
            case TREATMENT, TREATMENT_DX_FLAG, TREATMENT_OTHER -> Optional.of("treatment");
            case DXA_PROCEDURE, DXA_REPORT -> Optional.of("dxa_procedure");
            case LAB, LAB_ORDER -> Optional.of("lab");
            case EVALUATION,
                    IMAGING,
                    OSTEOPOROSIS_DX,
                    LOW_BMD_DX,
                    IJO_DX_HINT,
                    IJO_EXCLUSION_GENETIC_OR_ENDOCRINE,
                    CONTEXT -> Optional.of(role.label());
            default -> Optional.empty();
        };
    }

    /** A laboratory row speaks for its item only when its value is beyond the limit; unknown says nothing. */
    private boolean speaks(CodedEvent coded) {
        if (coded.row().role() != Role.LIFESTYLE_CAUSE_LAB) {
            return true;
        }
        LabThreshold threshold = rules.labs().get(coded.row().item());
        NumericResult result = coded.event().result();
        if (threshold == null || result == null) {
            return false;
        }
        Double value = threshold.converted(result.value(), result.unit());
        return value != null && value < threshold.below();
    }

    /** A tag from its records; also for other engines that bring their own rule. */
    public static Tag tag(String group, String item, TagRule rule, List<CodedEvent> records, CodedHistory history) {
        // One source row may reach an item by several code set rows (its ingredient and its ATC class).
        Set<ClinicalEvent> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<CodedEvent> sorted = new ArrayList<>();
        for (CodedEvent record : records) {
            if (seen.add(record.event())) {
                sorted.add(record);
            }
        }
        sorted.sort((left, right) -> ClinicalEvent.CHRONOLOGICAL.compare(left.event(), right.event()));
        TreeSet<LocalDate> dates = new TreeSet<>();
        sorted.forEach(coded -> dates.add(coded.date()));
        return new Tag(
                group,
                item,
                dates.first(),
                dates.last(),
                dates.size(),
                sorted.size(),
                qualifies(rule, sorted, dates, history) ? effects(rule, dates) : List.of(),
                sorted);
    }

    /** What lasts for life counts from the first record on; what can pass, for some days after each of them. */
    private static List<EffectSpan> effects(TagRule rule, TreeSet<LocalDate> dates) {
        return rule.effectDays() == null
                ? List.of(new EffectSpan(dates.first(), null))
                : EffectSpan.joined(dates.stream()
                        .map(date -> new EffectSpan(date, date.plusDays(rule.effectDays())))
                        .toList());
    }

    private static boolean qualifies(
            TagRule rule, List<CodedEvent> records, TreeSet<LocalDate> dates, CodedHistory history) {
        boolean often = dates.size() >= rule.minDates()
                && ChronoUnit.DAYS.between(dates.first(), dates.last()) >= rule.daysApart();
        boolean stay = rule.orInpatient() && records.stream().anyMatch(coded -> history.inpatient(coded.event()));
        boolean measured = records.stream().anyMatch(coded -> coded.row().role() == Role.LIFESTYLE_CAUSE_LAB);
        return often || stay || measured;
    }
}
