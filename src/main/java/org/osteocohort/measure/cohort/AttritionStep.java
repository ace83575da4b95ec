package org.osteocohort.measure.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osteocohort.ehr.Age;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.Verdict;

/** One rule on the way from all patients to a cohort, in the order in which they are applied. */
public enum AttritionStep {
    ALL_PATIENTS("Every patient of the extracts", true) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            return true;
        }
    },
    BIRTH_DATE_KNOWN("The birth date, at least its year, is known", true) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            return child.history().patient().birthDate() != null;
        }
    },
    AGE_IN_POPULATION("Of the population's age on some day of the study", true) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            // Whose age nobody knows fails the step before, not this one too.
            return !BIRTH_DATE_KNOWN.passes(child, verdict, frame) || isOfAge(child, frame);
        }
    },
    OBSERVED_IN_STUDY("Observed on some day of the study at that age", true) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            ObservedTime observed = ObservedTime.of(child.history());
            // Whoever is of another age fails a step before, and this one when it is not observed in the study at all.
            ObservedTime asked = isOfAge(child, frame)
                    ? observed.eligible(child.history().patient(), frame)
                    : observed.within(frame.start(), frame.end());
            return !asked.none();
        }
    },
    PRIOR_OBSERVATION("Observed for as many days before as the job asks for", true) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            // Whoever is not observed at all, or of another age, fails a step before, not this one too.
            return !OBSERVED_IN_STUDY.passes(child, verdict, frame)
                    || !isOfAge(child, frame)
                    || !ObservedTime.contributed(child.history(), frame).none();
        }
    },
    COUNTED_FRACTURE("A fracture that can count, before the upper age and the end of the study", true) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            LocalDate birth = child.history().patient().birthDate();
            return child.fractures().stream()
                    .anyMatch(fracture -> fracture.counted()
                            && !fracture.date().isAfter(frame.end())
                            && (birth == null || fracture.date().isBefore(Age.birthday(birth, frame.maxAgeYears()))));
        }
    },
    SUSPECTED_OR_SURER("Suspected, probable or confirmed on the last day contributed to the study", false) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            return isCase(CaseGroup.ANY, child, verdict, frame);
        }
    },
    PROBABLE_OR_SURER("Probable or confirmed on the last day contributed to the study", false) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            return isCase(CaseGroup.CONFIRMED_OR_PROBABLE, child, verdict, frame);
        }
    },
    CONFIRMED("Confirmed on the last day contributed to the study", false) {
        @Override
        boolean passes(Assessment child, Verdict verdict, StudyFrame frame) {
            return isCase(CaseGroup.CONFIRMED, child, verdict, frame);
        }
    };

    private final String code;
    private final String text;
    private final boolean sameForAllPhenotypes;

    AttritionStep(String text, boolean sameForAllPhenotypes) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.text = text;
        this.sameForAllPhenotypes = sameForAllPhenotypes;
    }

    abstract boolean passes(Assessment child, Verdict verdict, StudyFrame frame);

    private static boolean isOfAge(Assessment child, StudyFrame frame) {
        return ObservedTime.eligibleDays(child.history().patient(), frame).isPresent();
    }

    private static boolean isCase(CaseGroup group, Assessment child, Verdict verdict, StudyFrame frame) {
        if (verdict.history().none()) {
            return false;
        }
        ObservedTime contributed = ObservedTime.contributed(child.history(), frame);
        // Whoever contributes no day fails a step before, not this one too.
        LocalDate day = contributed.none() ? frame.end() : contributed.lastDay();
        return verdict.history()
                .on(day)
                .filter(found -> group.includes(found.caseClass()))
                .isPresent();
    }

    /** The steps of a phenotype. */
    static List<AttritionStep> of(StudyPhenotype phenotype) {
        List<AttritionStep> steps = new ArrayList<>(Arrays.asList(values()));
        if (!phenotype.asksForFracture()) {
            steps.remove(COUNTED_FRACTURE);
        }
        return steps;
    }

    public String code() {
        return code;
    }

    String text() {
        return text;
    }

    /** Whether the rule looks at nothing that differs between phenotypes. */
    public boolean sameForAllPhenotypes() {
        return sameForAllPhenotypes;
    }
}
