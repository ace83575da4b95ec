package org.osteocohort.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.CodedHistory;
import org.osteocohort.tag.EffectSpan;
import org.osteocohort.tag.Tag;
import org.osteocohort.tag.TagEngine;
import org.osteocohort.tag.TagRule;

/**
 * From eras of exposure to tags of the medication groups: an item qualifies by chronic use, or by diagnosis codes of
 * long-term use on enough days.
 */
public final class MedicationTags {
    /** The group under which medication causes are reported. */
    public static final String GROUP = "med_cause";

    private final ExposureEngine exposures;
    private final TagRule flagRule;

    /**
     * @param flagRule when codes of long-term use make an item hold; its effect days are also how long an exposure
     *     counts after its end
     */
    public MedicationTags(ExposureEngine exposures, TagRule flagRule) {
        this.exposures = exposures;
        this.flagRule = flagRule;
    }

    /** One tag for each medication item that is on record at all, in order of items. */
    public List<Tag> tags(CodedHistory history, List<DrugEra> eras) {
        TreeMap<String, List<DrugEra>> erasByItem = new TreeMap<>();
        for (DrugEra era : eras) {
            if (era.records().stream().anyMatch(record -> record.row().role().family() == Role.Family.MEDICATION)) {
                erasByItem
                        .computeIfAbsent(era.item(), item -> new ArrayList<>())
                        .add(era);
            }
        }
        TreeMap<String, List<CodedEvent>> flagsByItem = new TreeMap<>();
        for (CodedEvent flag : history.with(Role.MED_CAUSE_DX_FLAG)) {
            flagsByItem
                    .computeIfAbsent(flag.row().item(), item -> new ArrayList<>())
                    .add(flag);
        }
        flagsByItem.keySet().forEach(item -> erasByItem.putIfAbsent(item, List.of()));
        List<Tag> tags = new ArrayList<>();
        erasByItem.forEach((item, own) -> tags.add(tag(item, own, flagsByItem.getOrDefault(item, List.of()), history)));
        return tags;
    }

    private Tag tag(String item, List<DrugEra> eras, List<CodedEvent> flags, CodedHistory history) {
        List<CodedEvent> evidence = new ArrayList<>(flags);
        eras.forEach(era -> evidence.addAll(era.records()));
        evidence.sort(Comparator.comparing(CodedEvent::event, ClinicalEvent.CHRONOLOGICAL));
        Optional<ChronicUse> chronic = exposures.chronicUse(item, eras);
        Optional<Tag> flagged = flags.isEmpty()
                ? Optional.empty()
                : Optional.of(TagEngine.tag(GROUP, item, flagRule, flags, history))
                        .filter(Tag::qualifies);
        List<EffectSpan> effects = new ArrayList<>();
        chronic.ifPresent(use -> use.spans().forEach(span -> effects.add(lasting(span))));
        flagged.ifPresent(tag -> effects.addAll(tag.effects()));
        return new Tag(
                GROUP,
                item,
                evidence.get(0).date(),
                evidence.get(evidence.size() - 1).date(),
                (int) evidence.stream().map(CodedEvent::date).distinct().count(),
                evidence.size(),
                EffectSpan.joined(effects),
                evidence);
    }

    /** Chronic use and the days after it on which it still counts. */
    private EffectSpan lasting(EffectSpan use) {
        int days = flagRule.effectDays() == null ? 0 : flagRule.effectDays();
        return new EffectSpan(use.start(), use.end().plusDays(days));
    }
}
