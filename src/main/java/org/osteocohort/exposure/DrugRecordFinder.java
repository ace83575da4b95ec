package org.osteocohort.exposure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.CodedHistory;

/** Finds the records of a child's history that are exposures: systemic, not excluded, no replacement, each once. */
final class DrugRecordFinder {
    /** Length of an ATC code that names a substance. */
    private static final int ATC_SUBSTANCE_LENGTH = 7;

    /** The row that says most about a record first: one that names the drug, then the narrowest class of drugs. */
    private static final Comparator<CodeRow> CLOSEST_FIRST = Comparator.comparing(
                    (CodeRow row) -> row.match() == CodeMatch.CLASS)
            .thenComparing(row -> -row.key().code().length())
            .thenComparing(CodeRow::item);

    private final DrugRules rules;
    private final CodedHistory history;
    private final Set<ExcludedRecord> excluded = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();

    private record ExcludedRecord(String drugClass, ClinicalEvent event) {}

    DrugRecordFinder(DrugRules rules, CodedHistory history) {
        this.rules = rules;
        this.history = history;
        for (CodedEvent coded : history.with(Role.MED_CAUSE_EXCLUDED)) {
            rules.classOf(coded.row().item()).ifPresent(drugClass -> exclude(coded, drugClass));
        }
    }

    private void exclude(CodedEvent coded, DrugClass drugClass) {
        excluded.add(new ExcludedRecord(drugClass.name(), coded.event()));
        if (drugClass.replacement() != null
                && drugClass.replacement().toldBy(coded.row().key())) {
            replaced.add(drugClass.name());
        }
    }

    /** The records by item, in order of time; the same content twice is one record. */
    Map<String, List<DrugRecord>> byItem() {
        List<DrugRecord> records = new ArrayList<>();
        Map<ClinicalEvent, List<CodedEvent>> byEvent = new LinkedHashMap<>();
        DrugRules.drugRoles().stream()
                .flatMap(role -> history.with(role).stream())
                .filter(coded -> isDrug(coded.event()))
                .forEach(coded -> byEvent.computeIfAbsent(coded.event(), event -> new ArrayList<>())
                        .add(coded));
        byEvent.values()
                .forEach(coded -> closest(coded).forEach(one -> record(one).ifPresent(records::add)));
        records.sort(DrugRecord.CHRONOLOGICAL);
        Set<DrugRecord.Content> seen = new HashSet<>();
        Map<String, List<DrugRecord>> byItem = new HashMap<>();
        records.stream()
                .filter(record -> seen.add(record.content()))
                .forEach(record -> byItem.computeIfAbsent(record.coded().row().item(), item -> new ArrayList<>())
                        .add(record));
        return byItem;
    }

    private static boolean isDrug(ClinicalEvent event) {
        boolean billed = event.domain() == EventDomain.PROCEDURE && event.code().vocabulary() == Vocabulary.HCPCS;
        boolean systemic = event.supply() == null || event.supply().route().systemic();
        return (event.domain() == EventDomain.DRUG || billed) && systemic;
    }

    /** Of the items of one event, those that count: all, but for a class that takes only the closest one. */
    private List<CodedEvent> closest(List<CodedEvent> ofOneEvent) {
        Map<String, CodeRow> closest = new HashMap<>();
        for (CodedEvent coded : ofOneEvent) {
            rules.classOf(coded.row().item())
                    .ifPresent(drugClass -> closest.merge(drugClass.name(), coded.row(), DrugRecordFinder::closer));
        }
        return ofOneEvent.stream()
                .filter(coded -> rules.classOf(coded.row().item())
                        .filter(drugClass -> !drugClass.oneItemPerRecord()
                                || closest.get(drugClass.name()).equals(coded.row()))
                        .isPresent())
                .toList();
    }

    private static CodeRow closer(CodeRow left, CodeRow right) {
        return CLOSEST_FIRST.compare(left, right) <= 0 ? left : right;
    }

    private Optional<DrugRecord> record(CodedEvent coded) {
        DrugClass drugClass = rules.classOf(coded.row().item()).orElseThrow();
        if (excluded.contains(new ExcludedRecord(drugClass.name(), coded.event()))) {
            return Optional.empty();
        }
        DrugIngredient ingredient = ingredient(coded, drugClass);
        boolean replacement = replaced.contains(drugClass.name())
                && drugClass.replacement().ingredients().contains(ingredient.name());
        if (replacement || drugClass.notAnExposure().contains(ingredient.name())) {
            return Optional.empty();
        }
        return Optional.of(DrugRecord.of(coded, ingredient, rules));
    }

    /** The ingredient as the rules know it, else as the record's ATC substance or the code set row names it. */
    static DrugIngredient ingredient(CodedEvent coded, DrugClass drugClass) {
        List<CodeKey> keys = new ArrayList<>(coded.event().matchedBy());
        keys.add(coded.event().code());
        keys.add(coded.row().key());
        return drugClass
                .ingredient(keys)
                .orElseGet(() -> DrugIngredient.of(substance(keys, coded.row()), name(coded.row())));
    }

    private static CodeKey substance(Collection<CodeKey> keys, CodeRow row) {
        return keys.stream()
                .filter(key -> key.vocabulary() == row.key().vocabulary() && row.match() == CodeMatch.CLASS)
                .filter(key -> key.code().length() == ATC_SUBSTANCE_LENGTH
                        && key.code().startsWith(row.key().code()))
                .min(Comparator.comparing(CodeKey::code))
                .orElse(row.key());
    }

    /** The first words of a row's description; what follows in brackets or after a mark is a remark. */
    private static String name(CodeRow row) {
        return row.description().split("[(;,:]", 2)[0].strip();
    }
}
