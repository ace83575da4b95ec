package org.osteocohort.measure.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.ObservationEnd;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.exposure.EndSource;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.ClassSpan;

/** What is looked at in every child, table and column as in the restricted tables; each thing is right or a violation. */
enum ChildCheck {
    BIRTH_DATE_KNOWN("patients", "birth_date") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.one(patient(child).birthDate() != null);
        }
    },
    BIRTH_DATE_TO_THE_DAY("patients", "birth_date_precision") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            DatePrecision precision = patient(child).birthDatePrecision();
            return precision == null ? Answers.NONE : Answers.one(precision == DatePrecision.DAY);
        }
    },
    SEX_KNOWN("patients", "sex") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.one(patient(child).sex() != Sex.UNKNOWN);
        }
    },
    RACE_KNOWN("patients", "race") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.one(patient(child).race() != null);
        }
    },
    ETHNICITY_KNOWN("patients", "ethnicity") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.one(patient(child).ethnicity() != null);
        }
    },
    OBSERVED_AT_ALL("patients", "observation_start") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.one(!child.history().observation().isEmpty());
        }
    },
    OBSERVATION_ENDS_NEAR_THE_STUDY("patients", "observation_end") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.of(observation(child), period -> period.told() != ObservationEnd.PLACEHOLDER);
        }
    },
    OBSERVATION_ENDED_BY_THE_EXTRACT("patients", "observation_end") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.of(observation(child), period -> period.told() != ObservationEnd.EXTRACT_MADE);
        }
    },
    EVENT_WHILE_OBSERVED("patients", "coded_records") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            PatientHistory history = child.history();
            int observed = ObservedTime.of(history).events(history);
            return new Answers(observed, history.events().size() - observed);
        }
    },
    TRAUMA_RECORDED("fractures", "trauma_tier") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.of(counted(child), event -> event.tier() != TraumaTier.UNKNOWN);
        }
    },
    FRACTURE_CONFIRMED("fractures", "confirmed") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.of(counted(child), FractureEvent::confirmed);
        }
    },
    DENSITY_HAS_Z_SCORE("bone_density", "z_used") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.of(child.boneDensity(), result -> result.zUsed() != null);
        }
    },
    DRUG_END_RECORDED("exposures", "end_source") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            return Answers.of(child.exposures(), era -> era.endSource() != EndSource.START_DAY);
        }
    },
    INDEX_WHILE_OBSERVED("cohort", "cohort_start_date") {
        @Override
        Answers answers(Assessment child, StudyFrame frame) {
            ObservedTime observed = ObservedTime.of(child.history());
            List<ClassSpan> found = new ArrayList<>();
            child.verdicts().forEach(verdict -> found.addAll(verdict.history().spans()));
            return Answers.of(found, span -> observed.contains(span.indexDate()));
        }
    };

    private final String table;
    private final String column;

    ChildCheck(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** Of how many things that were looked at the answer is yes, and of how many no. */
    record Answers(long right, long wrong) {
        static final Answers NONE = new Answers(0, 0);

        static Answers one(boolean right) {
            return right ? new Answers(1, 0) : new Answers(0, 1);
        }

        static <T> Answers of(List<T> things, Predicate<T> isRight) {
            long right = 0;
            for (T thing : things) {
                right += isRight.test(thing) ? 1 : 0;
            }
            return new Answers(right, things.size() - right);
        }
    }

    /** One answer for each thing that is looked at. */
    abstract Answers answers(Assessment child, StudyFrame frame);

    private static Patient patient(Assessment child) {
        return child.history().patient();
    }

    private static List<ObservationPeriod> observation(Assessment child) {
        return child.history().observation();
    }

    private static List<FractureEvent> counted(Assessment child) {
        return child.fractures().stream().filter(FractureEvent::counted).toList();
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
