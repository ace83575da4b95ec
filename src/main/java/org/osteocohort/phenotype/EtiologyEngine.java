package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.Tag;

/** Why a case has osteoporosis. Idiopathic is a negative: it is claimed only as far as observation reaches. */
final class EtiologyEngine {
    private final EtiologyRules rules;

    EtiologyEngine(EtiologyRules rules) {
        this.rules = rules;
    }

    /** The causes in effect at the index or found shortly after it, sorted. */
    SortedSet<String> causes(Findings findings, LocalDate index) {
        return inEffect(findings, index, index.plusDays(rules.causeDaysAfterIndex()), this::isCause);
    }

    Etiology etiology(Findings findings, LocalDate index) {
        SortedSet<String> causes = causes(findings, index);
        if (causes.stream().anyMatch(rules.geneticItems()::contains)) {
            return Etiology.GENETIC;
        }
        if (causes.stream().anyMatch(this::bars)) {
            return Etiology.SECONDARY;
        }
        LocalDate year = index.plusDays(rules.lateCauseDays());
        if (inEffect(findings, index, year, this::isCause).stream().anyMatch(this::bars)) {
            return Etiology.SECONDARY_LATE;
        }
        boolean barred = findings.tags().stream()
                .anyMatch(tag ->
                        tag.role().equals(rules.barGroup()) && !tag.firstDate().isAfter(year));
        return barred ? Etiology.OTHER_DISEASE : idiopathic(findings, index);
    }

    private Etiology idiopathic(Findings findings, LocalDate index) {
        if (hadCauseBefore(findings, index)
                || !observed(findings, index.minusDays(rules.observedDaysBefore()), index)) {
            return Etiology.UNDETERMINED;
        }
        if (!observed(findings, index, index.plusDays(rules.observedDaysAfter()))) {
            return Etiology.IJO_NO_CAUSE_RECORDED;
        }
        return supported(findings, index) ? Etiology.IJO_SUPPORTED : Etiology.IJO_NO_CAUSE_OBSERVED;
    }

    /** A cause whose effect is over says neither that the disease is secondary nor that it came without a cause. */
    private boolean hadCauseBefore(Findings findings, LocalDate index) {
        return findings.tags().stream()
                .anyMatch(tag -> isCause(tag)
                        && bars(tag.item())
                        && tag.effects().stream().anyMatch(effect -> effect.endsBefore(index)));
    }

    private boolean isCause(Tag tag) {
        return rules.causeGroups().contains(tag.role());
    }

    private boolean bars(String item) {
        return !rules.noBarItems().contains(item);
    }

    private static SortedSet<String> inEffect(Findings findings, LocalDate from, LocalDate to, Predicate<Tag> wanted) {
        return findings.tags().stream()
                .filter(wanted)
                .filter(tag -> tag.inEffect(from, to))
                .map(Tag::item)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean observed(Findings findings, LocalDate from, LocalDate to) {
        for (ObservationPeriod period : findings.history().history().observation()) {
            if (period.contains(from) && period.contains(to)) {
                return true;
            }
        }
        return false;
    }

    private boolean supported(Findings findings, LocalDate index) {
        LocalDate birthDate = findings.history().history().patient().birthDate();
        if (birthDate == null) {
            return false;
        }
        int age = Age.completedYears(birthDate, index);
        return age >= rules.minAgeYears()
                && age <= rules.maxAgeYears()
                && rules.labs().stream().allMatch(lab -> onFileAndNormal(lab, findings, index));
    }

    /** The result nearest to the index decides; a result without a number or in another unit supports nothing. */
    private boolean onFileAndNormal(RequiredLab lab, Findings findings, LocalDate index) {
        Optional<CodedEvent> nearest = findings.history().with(Role.LAB).stream()
                .filter(coded -> lab.items().contains(coded.row().item()))
                .filter(coded -> distance(coded, index) <= rules.labDays())
                .min((left, right) -> Long.compare(distance(left, index), distance(right, index)));
        return nearest.map(coded -> coded.event().result())
                .filter(result -> normal(lab, result))
                .isPresent();
    }

    private static boolean normal(RequiredLab lab, NumericResult result) {
        if (result.value() == null) {
            return false;
        }
        boolean unit =
                lab.unit().isEmpty() || result.unit() == null || result.unit().equalsIgnoreCase(lab.unit());
        boolean above = lab.from() == null || result.value() >= lab.from();
        boolean below = lab.to() == null || result.value() <= lab.to();
        return unit && above && below;
    }

    private static long distance(CodedEvent coded, LocalDate index) {
        return Math.abs(ChronoUnit.DAYS.between(index, coded.date()));
    }
}
