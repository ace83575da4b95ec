package org.osteocohort.generate.truth;

import static org.osteocohort.phenotype.CaseClass.CONFIRMED;
import static org.osteocohort.phenotype.CaseClass.PROBABLE;
import static org.osteocohort.phenotype.CaseClass.SUSPECTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osteocohort.generate.design.Ailment;
import org.osteocohort.generate.design.DesignedCourse;
import org.osteocohort.generate.design.DesignedFracture;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.truth.DensityTruth.UsableZ;

/** The four definitions of section 2, read word by word, with the default settings of its table. */
final class DefinitionTruth {
    /** Lifestyle factors that section 2 does not name as a risk in WARD_BROAD. */
    private static final Set<String> NO_RISK =
            Set.of("calcium_vitamin_d_deficiency", "excess_exercise_energy_imbalance");

    private static final int CODE_DAYS_APART = 30;

    private final DesignedPatient patient;
    private final FractureTruth fractures;
    private final DensityTruth density;
    private final CauseTruth causes;
    private final SortedSet<String> flags = new TreeSet<>();

    DefinitionTruth(DesignedPatient patient, FractureTruth fractures, DensityTruth density, CauseTruth causes) {
        this.patient = patient;
        this.fractures = fractures;
        this.density = density;
        this.causes = causes;
    }

    /** Remarks that the definitions asked so far have made. */
    SortedSet<String> flags() {
        return flags;
    }

    Finding urmcSeed() {
        List<DesignedFracture> events = fractures.qualifying();
        List<DesignedFracture> withoutTrauma = fractures.withoutTrauma();
        if (events.size() < 2 && withoutTrauma.isEmpty()) {
            return Finding.NOT_MET;
        }
        LocalDate met =
                events.size() < 2 ? withoutTrauma.get(0).date() : events.get(1).date();
        if (!withoutTrauma.isEmpty()) {
            met = earlier(met, withoutTrauma.get(0).date());
        }
        List<UsableZ> scores = density.around(events);
        Optional<LocalDate> low =
                scores.stream().filter(UsableZ::low).map(UsableZ::date).findFirst();
        if (low.isPresent()) {
            return new Finding(CONFIRMED, later(met, low.get()));
        }
        Optional<LocalDate> otherSign = otherSign(events.get(0).date());
        if (scores.isEmpty() && otherSign.isPresent()) {
            return new Finding(PROBABLE, later(met, otherSign.get()));
        }
        if (!scores.isEmpty()) {
            flags.add("bmdNormal");
        }
        return new Finding(SUSPECTED, met);
    }

    /** The day from which a diagnosis (two dates, or one in hospital) or a bisphosphonate speaks for osteoporosis. */
    private Optional<LocalDate> otherSign(LocalDate firstFracture) {
        Stream<LocalDate> treated = patient.courses().stream()
                .filter(course -> course.drug().bisphosphonate())
                .map(DesignedCourse::start)
                .filter(start -> !start.isBefore(firstFracture));
        return Stream.concat(treated, codedOsteoporosis(1).stream()).min(Comparator.naturalOrder());
    }

    Finding dxCode() {
        return codedOsteoporosis(CODE_DAYS_APART)
                .filter(day -> day.isBefore(patient.birthday(19)))
                .map(day -> new Finding(CONFIRMED, day))
                .orElse(Finding.NOT_MET);
    }

    /** The day on which the code stands for the second time, that far after the first, or in hospital. */
    private Optional<LocalDate> codedOsteoporosis(int daysApart) {
        return patient.diagnoses().stream()
                .filter(diagnosis -> diagnosis.ailment().meaning() == Ailment.Meaning.OSTEOPOROSIS)
                .flatMap(diagnosis -> {
                    LocalDate first = diagnosis.dates().get(0);
                    return diagnosis.dates().stream()
                            .filter(day -> diagnosis.inpatient() || !day.isBefore(first.plusDays(daysApart)))
                            .limit(1);
                })
                .min(Comparator.naturalOrder());
    }

    Finding iscd2019() {
        if (!fractures.compressions().isEmpty()) {
            return new Finding(CONFIRMED, fractures.compressions().get(0).date());
        }
        List<Finding> findings = new ArrayList<>();
        arm(10, 2).ifPresent(events -> findings.add(limbPath(events, 2)));
        arm(19, 3).ifPresent(events -> findings.add(limbPath(events, 3)));
        Finding best = surest(findings);
        if (best.caseClass() == SUSPECTED) {
            flags.add("needsDxa");
        } else if (!best.met() && !findings.isEmpty()) {
            flags.add("fragilityNotExcluded");
        } else if (!best.met()
                && fractures.counted().isEmpty()
                && density.all().stream().anyMatch(UsableZ::low)) {
            flags.add("lowBmdForAge");
        }
        return best;
    }

    /** The long-bone events before this birthday, if they are enough. */
    private Optional<List<DesignedFracture>> arm(int birthday, int needed) {
        List<DesignedFracture> events = fractures.longBones(birthday);
        return events.size() >= needed ? Optional.of(events) : Optional.empty();
    }

    private Finding limbPath(List<DesignedFracture> events, int needed) {
        LocalDate met = events.get(needed - 1).date();
        List<UsableZ> scores = density.around(events);
        if (scores.isEmpty()) {
            return new Finding(SUSPECTED, met);
        }
        return scores.stream()
                .filter(UsableZ::low)
                .findFirst()
                .map(low -> new Finding(CONFIRMED, later(met, low.date())))
                .orElse(Finding.NOT_MET);
    }

    Finding wardBroad() {
        List<Finding> findings = new ArrayList<>();
        fractures.compressions().stream().limit(1).forEach(event -> findings.add(new Finding(CONFIRMED, event.date())));
        fractures.vertebralUnspecified().stream()
                .filter(event -> atRisk(event.date()))
                .forEach(event -> findings.add(new Finding(CONFIRMED, event.date())));
        List<DesignedFracture> lowTrauma = fractures.lowTraumaLongBones().stream()
                .filter(event -> atRisk(event.date()))
                .toList();
        if (!lowTrauma.isEmpty()) {
            findings.add(supported(lowTrauma, lowTrauma.get(0).date()));
        }
        arm(10, 2)
                .ifPresent(
                        events -> findings.add(supported(events, events.get(1).date())));
        arm(19, 3)
                .ifPresent(
                        events -> findings.add(supported(events, events.get(2).date())));
        if (causes.ever().contains("osteogenesis_imperfecta")) {
            fractures.qualifying().forEach(event -> findings.add(new Finding(CONFIRMED, event.date())));
        }
        return surest(findings);
    }

    private Finding supported(List<DesignedFracture> events, LocalDate index) {
        boolean support = DensityTruth.supports(density.around(events))
                || codedOsteoporosis(1).isPresent();
        return new Finding(support ? CONFIRMED : PROBABLE, index);
    }

    private boolean atRisk(LocalDate day) {
        return causes.inEffect(day).stream().anyMatch(item -> !NO_RISK.contains(item))
                || !causes.chronic(day).isEmpty();
    }

    /** The surest class, and among findings of that class the earliest. */
    private static Finding surest(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::met)
                .min(Comparator.comparing(Finding::caseClass).thenComparing(Finding::index))
                .orElse(Finding.NOT_MET);
    }

    private static LocalDate later(LocalDate first, LocalDate second) {
        return first.isAfter(second) ? first : second;
    }

    private static LocalDate earlier(LocalDate first, LocalDate second) {
        return first.isBefore(second) ? first : second;
    }
}
