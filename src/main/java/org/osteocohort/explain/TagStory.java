package org.osteocohort.explain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osteocohort.report.EvidenceRow;
import org.osteocohort.report.TagRow;

/** Items of the study in words: from when on they count, or why they do not. */
final class TagStory {
    /** Groups whose span of effect decides on etiology; of the others it only matters that they are on record. */
    private static final Set<String> DECIDING =
            Set.of("secondary_cause", "med_cause", "lifestyle_cause", "ijo_exclusion_genetic_or_endocrine");

    private TagStory() {}

    static List<Happening> of(PatientRecord child) {
        return child.tags().stream()
                .map(tag -> new Happening(day(tag), Happening.Sort.TAG, text(tag, child)))
                .toList();
    }

    private static LocalDate day(TagRow tag) {
        return tag.effectStart() == null ? tag.firstDate() : tag.effectStart();
    }

    private static String text(TagRow tag, PatientRecord child) {
        List<EvidenceRow> records = child.evidence(tag.item(), tag.role());
        String found = Words.counted(tag.nRecords(), "record") + " on " + Words.counted(tag.nDates(), "day")
                + (tag.nDates() > 1 ? ", the last on " + tag.lastDate() : "")
                + (records.isEmpty() ? "" : ": " + Words.codes(records));
        return Words.beginning(tag.item()) + " (" + group(tag.role()) + ") " + effect(tag) + " (" + found + ").";
    }

    private static String effect(TagRow tag) {
        if (!tag.qualifies()) {
            return tag.role().equals("med_cause")
                    ? "is on record but does not count: neither chronic use nor enough codes of long-term use"
                    : "is on record but does not count: too few days, or too close together, for its rule";
        }
        if (!DECIDING.contains(tag.role())) {
            return "is on record";
        }
        if (tag.effectEnd() == null) {
            return "counts from this day on, for life";
        }
        String[] spans = tag.effectSpans().split(",");
        String again = Arrays.stream(spans)
                .skip(1)
                .map(span -> ", again from " + span.replace("..", " to "))
                .collect(Collectors.joining());
        return "counts from this day to " + spans[0].substring(spans[0].indexOf("..") + 2) + again;
    }

    /** The group of an item as people call it; a group of another version is shown by its name. */
    static String group(String role) {
        return switch (role) {
            case "med_cause" -> "medication cause";
            case "lifestyle_cause" -> "lifestyle factor";
            case "osteoporosis_dx" -> "diagnosis of osteoporosis";
            case "low_bmd_dx" -> "diagnosis of low bone density";
            case "ijo_dx_hint" -> "hint at idiopathic juvenile osteoporosis";
            case "ijo_exclusion_genetic_or_endocrine" -> "rules idiopathic juvenile osteoporosis out";
            case "dxa_procedure" -> "DXA";
            case "lab" -> "laboratory";
            default -> Words.plain(role);
        };
    }
}
