package org.osteocohort.measure.quality;

import java.util.Locale;
import java.util.stream.Stream;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.ObservationEnd;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.Sex;
import org.osteocohort.exposure.EndSource;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;

/** What is looked at in every child, table and column as in the restricted tables; each thing is right or a violation. */
enum ChildCheck {
    BIRTH_DATE_KNOWN("patients", "birth_date") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return Stream.of(patient(child).birthDate() != null);
        }
    },
    BIRTH_DATE_TO_THE_DAY("patients", "birth_date_precision") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            DatePrecision precision = patient(child).birthDatePrecision();
            return precision == null ? Stream.empty() : Stream.of(precision == DatePrecision.DAY);
        }
    },
    SEX_KNOWN("patients", "sex") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return Stream.of(patient(child).sex() != Sex.UNKNOWN);
        }
    },
    RACE_KNOWN("patients", "race") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return Stream.of(patient(child).race() != null);
        }
    },
    ETHNICITY_KNOWN("patients", "ethnicity") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return Stream.of(patient(child).ethnicity() != null);
        }
    },
    OBSERVED_AT_ALL("patients", "observation_start") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return Stream.of(!child.history().observation().isEmpty());
        }
    },
    OBSERVATION_ENDS_NEAR_THE_STUDY("patients", "observation_end") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return ends(child).map(end -> end != ObservationEnd.PLACEHOLDER);
        }
    },
    OBSERVATION_ENDED_BY_THE_EXTRACT("patients", "observation_end") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return ends(child).map(end -> end != ObservationEnd.EXTRACT_MADE);
        }
    },
    EVENT_WHILE_OBSERVED("patients", "coded_records") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            ObservedTime observed = ObservedTime.of(child.history());
            return child.history().events().stream().map(event -> observed.contains(event.date()));
        }
    },
    TRAUMA_RECORDED("fractures", "trauma_tier") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return counted(child).map(event -> event.tier() != TraumaTier.UNKNOWN);
        }
    },
    FRACTURE_CONFIRMED("fractures", "confirmed") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return counted(child).map(FractureEvent::confirmed);
        }
    },
    DENSITY_HAS_Z_SCORE("bone_density", "z_used") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return child.boneDensity().stream().map(result -> result.zUsed() != null);
        }
    },
    DRUG_END_RECORDED("exposures", "end_source") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            return child.exposures().stream().map(era -> era.endSource() != EndSource.START_DAY);
        }
    },
    INDEX_WHILE_OBSERVED("cohort", "cohort_start_date") {
        @Override
        Stream<Boolean> right(Assessment child, StudyFrame frame) {
            ObservedTime observed = ObservedTime.of(child.history());
            return child.verdicts().stream()
                    .flatMap(verdict -> verdict.history().spans().stream())
                    .map(found -> observed.contains(found.indexDate()));
        }
    };

    private final String table;
    private final String column;

    ChildCheck(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** One answer for each thing that is looked at. */
    abstract Stream<Boolean> right(Assessment child, StudyFrame frame);

    private static Patient patient(Assessment child) {
        return child.history().patient();
    }

    private static Stream<ObservationEnd> ends(Assessment child) {
        return child.history().observation().stream().map(ObservationPeriod::told);
    }

    private static Stream<FractureEvent> counted(Assessment child) {
        return child.fractures().stream().filter(FractureEvent::counted);
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
