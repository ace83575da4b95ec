package org.osteocohort.fracture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.CodedHistory;

/** What else is on record around one accident: its trauma tier, local disease, and what confirms it. */
final class Circumstances {
    /** Atypical femur fracture, possibly an effect of bisphosphonates (ICD-10-CM, since FY2019). */
    private static final String ATYPICAL_FEMUR = "M8475";
    /** ICD-9-CM pathologic fracture: cannot tell a neoplastic from another pathological fracture. */
    private static final String UNSPECIFIC_PATHOLOGIC = "7331";
    /** The item whose symptom rows name the codes of pathological fractures. */
    private static final String NONTRAUMATIC = "diagnosis_symptom.nontraumatic_fracture";

    private final CodedHistory history;
    private final FractureSettings settings;
    private final LocalDate date;
    private final List<FractureRow> rows;
    private final List<CodedEvent> trauma;
    private final List<CodedEvent> localDisease;

    Circumstances(CodedHistory history, FractureSettings settings, LocalDate date, List<FractureRow> rows) {
        this.history = history;
        this.settings = settings;
        this.date = date;
        this.rows = rows;
        this.trauma = trauma();
        this.localDisease = localDisease();
    }

    /** External-cause and abuse codes near the event or of the same encounter; the highest tier wins. */
    private List<CodedEvent> trauma() {
        Set<String> encounters = rows.stream()
                .map(row -> row.coded().event().visitId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return history.with(Role.Family.TRAUMA).stream()
                .filter(coded ->
                        EncounterCharacter.ofFirstEncounter(coded.event().code()))
                .filter(coded -> within(coded, settings.traumaDaysBefore(), settings.traumaDaysAfter())
                        || encounters.contains(coded.event().visitId()))
                .toList();
    }

    private List<CodedEvent> localDisease() {
        boolean unspecific = rows.stream()
                .map(row -> row.coded().event().code())
                .anyMatch(key ->
                        key.vocabulary() == Vocabulary.ICD9CM && key.code().startsWith(UNSPECIFIC_PATHOLOGIC));
        int wide = settings.unspecificPathologicLocalDiseaseDays();
        int before = unspecific ? Math.max(wide, settings.localDiseaseDaysBefore()) : settings.localDiseaseDaysBefore();
        int after = unspecific ? Math.max(wide, settings.localDiseaseDaysAfter()) : settings.localDiseaseDaysAfter();
        return history.with(Role.LOCAL_BONE_DISEASE_EXCLUSION).stream()
                .filter(coded -> within(coded, before, after))
                .toList();
    }

    private boolean within(CodedEvent coded, int daysBefore, int daysAfter) {
        long distance = ChronoUnit.DAYS.between(date, coded.date());
        return distance >= -daysBefore && distance <= daysAfter;
    }

    TraumaTier tier() {
        TraumaTier highest = TraumaTier.UNKNOWN;
        for (CodedEvent coded : trauma) {
            TraumaTier tier = tier(coded.row().role());
            highest = tier.compareTo(highest) > 0 ? tier : highest;
        }
        return highest;
    }

    private static TraumaTier tier(Role role) {
        return switch (role) {
            case TRAUMA_ABUSE -> TraumaTier.ABUSE;
            case TRAUMA_HIGH -> TraumaTier.HIGH;
            case TRAUMA_MODERATE -> TraumaTier.MODERATE;
            case TRAUMA_LOW -> TraumaTier.LOW;
            default -> TraumaTier.UNKNOWN;
        };
    }

    /** Whether any row of the event is coded as a pathological fracture. */
    boolean pathologic() {
        Set<ClinicalEvent> named = history.with(Role.SYMPTOM_RULE).stream()
                .filter(coded -> coded.row().item().equals(NONTRAUMATIC))
                .map(CodedEvent::event)
                .collect(Collectors.toSet());
        return rows.stream()
                .map(FractureRow::coded)
                .anyMatch(coded ->
                        coded.row().role() == Role.FRACTURE_LONG_BONE_PATHOLOGIC || named.contains(coded.event()));
    }

    boolean atypicalFemur() {
        return rows.stream()
                .map(row -> row.coded().event().code())
                .anyMatch(key ->
                        key.vocabulary() == Vocabulary.ICD10CM && key.code().startsWith(ATYPICAL_FEMUR));
    }

    boolean confirmed() {
        return history.with(Role.IMAGING).stream()
                .anyMatch(coded -> within(coded, settings.confirmationDays(), settings.confirmationDays()));
    }

    /** Why the event counts for nothing; null when it counts. */
    NotCounted notCounted() {
        if (rows.stream().allMatch(FractureRow::birthInjury)) {
            return NotCounted.BIRTH_INJURY;
        }
        if (rows.stream().noneMatch(FractureRow::countable)) {
            return NotCounted.NEVER_COUNTED_SITE;
        }
        if (tier() == TraumaTier.ABUSE) {
            return NotCounted.ABUSE;
        }
        return localDisease.isEmpty() ? null : NotCounted.LOCAL_DISEASE;
    }

    List<CodedEvent> evidence() {
        List<CodedEvent> evidence = new ArrayList<>(trauma);
        evidence.addAll(localDisease);
        return evidence;
    }
}
