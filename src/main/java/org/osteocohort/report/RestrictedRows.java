package org.osteocohort.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.fracture.Bone;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.RegularCare;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.table.Table;
import org.osteocohort.tag.Tag;

/** Turns one child's findings into the rows of every restricted table. Names of enum constants are lower case there. */
public final class RestrictedRows {
    public static final Table<PatientRow> PATIENTS = Table.of("patients", "patient", PatientRow.class);
    public static final Table<ObservationRow> OBSERVATION =
            Table.of("observation", "span of days in which a patient is observed", ObservationRow.class);
    public static final Table<TagRow> TAGS = Table.of("tags", "patient and item", TagRow.class);
    public static final Table<FractureRow> FRACTURES = Table.of("fractures", "fracture event", FractureRow.class);
    public static final Table<BoneDensityRow> BONE_DENSITY =
            Table.of("bone_density", "patient, date and site of the skeleton", BoneDensityRow.class);
    public static final Table<ExposureRow> EXPOSURES = Table.of("exposures", "drug era", ExposureRow.class);
    public static final Table<VerdictRow> VERDICTS =
            Table.of("verdicts", "patient and phenotype, met or not", VerdictRow.class);
    public static final Table<CohortRow> COHORT =
            Table.of("cohort", "patient, phenotype and days without a break in one of its classes", CohortRow.class);
    public static final Table<EvidenceRow> EVIDENCE =
            Table.of("evidence", "source record behind a tag, a fracture event or a verdict", EvidenceRow.class);

    static final String SEPARATOR = ";";

    private final double lowZScore;
    private final StudyFrame frame;

    /**
     * Rows of a study.
     *
     * @param lowZScore a Z-score at or below it is low
     */
    public RestrictedRows(double lowZScore, StudyFrame frame) {
        this.lowZScore = lowZScore;
        this.frame = frame;
    }

    /** Every restricted table with a row for each child or finer. */
    public List<RestrictedTable<?>> tables() {
        return List.of(
                new RestrictedTable<>(PATIENTS, this::patients),
                new RestrictedTable<>(OBSERVATION, RestrictedRows::observation),
                new RestrictedTable<>(TAGS, RestrictedRows::tags),
                new RestrictedTable<>(FRACTURES, RestrictedRows::fractures),
                new RestrictedTable<>(BONE_DENSITY, this::boneDensity),
                new RestrictedTable<>(EXPOSURES, RestrictedRows::exposures),
                new RestrictedTable<>(VERDICTS, RestrictedRows::verdicts),
                new RestrictedTable<>(COHORT, child -> CohortRows.of(child, frame)),
                new RestrictedTable<>(EVIDENCE, EvidenceRows::of));
    }

    private List<PatientRow> patients(Assessment child) {
        Patient patient = child.history().patient();
        List<ObservationPeriod> observation = child.history().observation();
        return List.of(new PatientRow(
                patient.patientId(),
                patient.site(),
                word(patient.sex()),
                patient.birthDate(),
                word(patient.birthDatePrecision()),
                patient.race(),
                patient.ethnicity(),
                observation.isEmpty() ? null : observation.get(0).start(),
                observation.isEmpty()
                        ? null
                        : observation.get(observation.size() - 1).end(),
                patient.deathDate(),
                RegularCare.holds(child.history(), frame),
                child.history().events().size(),
                eventsUnobserved(child)));
    }

    private static int eventsUnobserved(Assessment child) {
        PatientHistory history = child.history();
        return history.events().size() - ObservedTime.of(history).events(history);
    }

    private static List<ObservationRow> observation(Assessment child) {
        return child.history().observation().stream()
                .map(period -> new ObservationRow(patientId(child), period.start(), period.end()))
                .toList();
    }

    private static List<TagRow> tags(Assessment child) {
        List<Tag> tags = new ArrayList<>(child.tags());
        tags.sort(Comparator.comparing(Tag::role).thenComparing(Tag::item));
        return tags.stream()
                .map(tag -> new TagRow(
                        patientId(child),
                        tag.role(),
                        tag.item(),
                        tag.firstDate(),
                        tag.lastDate(),
                        tag.dates(),
                        tag.records(),
                        tag.qualifies(),
                        tag.effectStart(),
                        tag.effectEnd(),
                        effectSpans(tag)))
                .toList();
    }

    private static String effectSpans(Tag tag) {
        return tag.qualifies()
                ? tag.effects().stream()
                        .map(effect -> days(effect.start(), effect.end()))
                        .collect(Collectors.joining(","))
                : null;
    }

    private static List<FractureRow> fractures(Assessment child) {
        List<FractureEvent> events = new ArrayList<>(child.fractures());
        events.sort(Comparator.comparingInt(FractureEvent::number));
        return events.stream()
                .map(event -> new FractureRow(
                        patientId(child),
                        event.number(),
                        event.date(),
                        event.ageDays(),
                        words(event, Bone::site),
                        words(event, Bone::side),
                        words(event, Bone::kind),
                        word(event.tier()),
                        event.pathologic(),
                        event.atypicalFemur(),
                        event.confirmed(),
                        event.leftTruncated(),
                        event.records(),
                        event.counted(),
                        word(event.notCounted())))
                .toList();
    }

    private List<BoneDensityRow> boneDensity(Assessment child) {
        List<BoneDensity> scans = new ArrayList<>(child.boneDensity());
        scans.sort(Comparator.comparing(BoneDensity::scanDate).thenComparing(BoneDensity::site));
        return scans.stream()
                .map(scan -> new BoneDensityRow(
                        patientId(child),
                        scan.scanDate(),
                        word(scan.site()),
                        scan.arealGramsPerSquareCentimetre(),
                        scan.zRaw(),
                        scan.zHeightAdjusted(),
                        scan.zUsed(),
                        word(scan.zSource()),
                        scan.heightZ(),
                        scan.result(lowZScore).label()))
                .toList();
    }

    private static List<ExposureRow> exposures(Assessment child) {
        List<DrugEra> eras = new ArrayList<>(child.exposures());
        eras.sort(Comparator.comparing(DrugEra::item)
                .thenComparing(DrugEra::start)
                .thenComparing(DrugEra::ingredient)
                .thenComparing(DrugEra::end));
        return eras.stream()
                .map(era -> new ExposureRow(
                        patientId(child),
                        era.item(),
                        era.ingredient(),
                        era.start(),
                        era.end(),
                        era.days(),
                        era.endSource().label(),
                        era.dailyMilligrams(),
                        era.cumulativeMilligrams(),
                        era.prednisoneEquivalentMilligrams(),
                        era.milligramsPerKilogramDay(),
                        era.chronic()))
                .toList();
    }

    private static List<VerdictRow> verdicts(Assessment child) {
        return child.verdicts().stream()
                .map(verdict -> new VerdictRow(
                        patientId(child),
                        verdict.phenotype(),
                        word(verdict.caseClass()),
                        verdict.atEnd().map(ClassSpan::indexDate).orElse(null),
                        verdict.atEnd().map(ClassSpan::path).orElse(null),
                        String.join(SEPARATOR, verdict.flags()),
                        classesOverTime(verdict.history().spans())))
                .toList();
    }

    private static String classesOverTime(List<ClassSpan> spans) {
        return spans.isEmpty()
                ? null
                : spans.stream()
                        .map(span -> word(span.caseClass()) + " " + days(span.indexDate(), span.until()))
                        .collect(Collectors.joining(SEPARATOR));
    }

    /** Both days and all between; nothing behind the dots when there is no end. */
    private static String days(LocalDate first, LocalDate last) {
        return first + ".." + (last == null ? "" : last);
    }

    private static String patientId(Assessment child) {
        return child.history().patient().patientId();
    }

    private static String words(FractureEvent event, Function<Bone, Enum<?>> property) {
        return event.bones().stream().map(property).map(RestrictedRows::word).collect(Collectors.joining(SEPARATOR));
    }

    private static String word(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
