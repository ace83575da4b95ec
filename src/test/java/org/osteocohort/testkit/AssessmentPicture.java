package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.density.DensitySite;
import org.osteocohort.density.ZScoreSource;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.ObservationEnd;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.exposure.EndSource;
import org.osteocohort.fracture.Bone;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.fracture.FractureKind;
import org.osteocohort.fracture.FractureSite;
import org.osteocohort.fracture.NotCounted;
import org.osteocohort.fracture.Side;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.ClassHistory;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.phenotype.Etiology;
import org.osteocohort.phenotype.Verdict;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.EffectSpan;
import org.osteocohort.tag.Tag;

/**
 * Assessments drawn as text tables. {@code children} needs id, sex, birth and observed; site, precision, race,
 * ethnicity and death may be left out. Observed spans are {@code from..to}, several separated by commas, with a plus sign
 * behind an end on which the extract was made, and a question mark behind one that stands for a placeholder.
 */
public final class AssessmentPicture {
    private final List<Map<String, String>> children;
    private List<Map<String, String>> verdicts = List.of();
    private List<Map<String, String>> tags = List.of();
    private List<Map<String, String>> fractures = List.of();
    private List<Map<String, String>> scans = List.of();
    private List<Map<String, String>> eras = List.of();
    private List<Map<String, String>> visits = List.of();

    private AssessmentPicture(String children) {
        this.children = RowPicture.parse(children);
    }

    public static AssessmentPicture children(String picture) {
        return new AssessmentPicture(picture);
    }

    /**
     * Columns id, phenotype, class, index, and one row for each class that the child was in; until (not given: to the end of
     * the record), etiology and causes (separated by commas) may be left out.
     */
    public AssessmentPicture verdicts(String picture) {
        verdicts = RowPicture.parse(picture);
        return this;
    }

    /** Columns id, role, item, start, end (no start: it does not qualify; no end: for life) and records, days with commas. */
    public AssessmentPicture tags(String picture) {
        tags = RowPicture.parse(picture);
        return this;
    }

    /** Columns id, date and not_counted; sites (separated by commas), tier and confirmed may be left out. */
    public AssessmentPicture fractures(String picture) {
        fractures = RowPicture.parse(picture);
        return this;
    }

    /** Columns id, date and z. */
    public AssessmentPicture scans(String picture) {
        scans = RowPicture.parse(picture);
        return this;
    }

    /** Columns id, item, start, end and days. */
    public AssessmentPicture eras(String picture) {
        eras = RowPicture.parse(picture);
        return this;
    }

    /** Columns id and outpatient, days separated by commas. */
    public AssessmentPicture visits(String picture) {
        visits = RowPicture.parse(picture);
        return this;
    }

    public List<Assessment> assessments() {
        return children.stream().map(this::assessment).toList();
    }

    private Assessment assessment(Map<String, String> child) {
        String id = child.get("id");
        List<Tag> ofChild = rowsOf(id, tags).map(AssessmentPicture::tag).toList();
        List<ClinicalEvent> events = ofChild.stream()
                .flatMap(tag -> tag.evidence().stream())
                .map(CodedEvent::event)
                .toList();
        return new Assessment(
                new PatientHistory(patient(child), observation(child.get("observed")), visitsOf(id), events),
                eventsOf(id),
                rowsOf(id, scans).map(AssessmentPicture::scan).toList(),
                rowsOf(id, eras).map(AssessmentPicture::era).toList(),
                ofChild,
                rowsOf(id, verdicts)
                        .collect(Collectors.groupingBy(
                                row -> row.get("phenotype"), LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(AssessmentPicture::verdict)
                        .toList());
    }

    private static Stream<Map<String, String>> rowsOf(String id, List<Map<String, String>> rows) {
        return rows.stream().filter(row -> row.get("id").equals(id));
    }

    private static Patient patient(Map<String, String> child) {
        LocalDate birth = date(child.get("birth"));
        String precision = child.getOrDefault("precision", "day");
        return new Patient(
                child.get("id"),
                child.getOrDefault("site", "north"),
                "source-" + child.get("id"),
                Sex.valueOf(upper(child.get("sex"))),
                birth,
                birth == null ? null : DatePrecision.valueOf(upper(precision)),
                child.get("race"),
                child.get("ethnicity"),
                date(child.get("death")));
    }

    private static List<ObservationPeriod> observation(String spans) {
        List<ObservationPeriod> periods = new ArrayList<>();
        for (String span : list(spans)) {
            String[] ends = span.split("\\.\\.");
            ObservationEnd told = ends[1].endsWith("?")
                    ? ObservationEnd.PLACEHOLDER
                    : ends[1].endsWith("+") ? ObservationEnd.EXTRACT_MADE : ObservationEnd.RECORDED;
            periods.add(new ObservationPeriod(date(ends[0]), date(ends[1].replaceAll("[?+]", "")), told));
        }
        return periods;
    }

    private static Verdict verdict(List<Map<String, String>> rows) {
        List<ClassSpan> spans = rows.stream()
                .filter(row -> CaseClass.valueOf(row.get("class")) != CaseClass.NOT_MET)
                .map(row -> new ClassSpan(
                        row.get("phenotype"),
                        CaseClass.valueOf(row.get("class")),
                        "limb",
                        date(row.get("index")),
                        date(row.get("until")),
                        null,
                        Etiology.valueOf(row.getOrDefault("etiology", "UNDETERMINED")),
                        new TreeSet<>(list(row.get("causes"))),
                        List.of()))
                .toList();
        return new Verdict(rows.get(0).get("phenotype"), new ClassHistory(spans), new TreeSet<>());
    }

    private static Tag tag(Map<String, String> row) {
        Role role = Role.labelled(row.get("role")).orElseThrow();
        List<CodedEvent> evidence = list(row.get("records")).stream()
                .map(day -> coded(role, row.get("item"), date(day)))
                .toList();
        List<EffectSpan> effects = effects(list(row.get("start")), list(row.get("end")));
        LocalDate first =
                evidence.isEmpty() ? effects.get(0).start() : evidence.get(0).date();
        return new Tag(
                role.label(),
                row.get("item"),
                first,
                evidence.isEmpty() ? first : evidence.get(evidence.size() - 1).date(),
                Math.max(1, evidence.size()),
                Math.max(1, evidence.size()),
                effects,
                evidence);
    }

    private static List<EffectSpan> effects(List<String> starts, List<String> ends) {
        List<EffectSpan> effects = new ArrayList<>();
        for (String start : starts) {
            String end = effects.size() < ends.size() ? ends.get(effects.size()) : null;
            effects.add(new EffectSpan(date(start), date(end)));
        }
        return effects;
    }

    /** One record of an item on a day. */
    public static CodedEvent coded(Role role, String item, LocalDate day) {
        CodeKey key = new CodeKey(Vocabulary.LOCAL, item.replace('.', '_'));
        ClinicalEvent event = new ClinicalEvent(
                EventDomain.OBSERVATION,
                day,
                null,
                key,
                List.of(),
                CodeResolution.SOURCE_CODE,
                null,
                false,
                null,
                null,
                new SourceReference("observation", item + "@" + day));
        CodeRow row = new CodeRow(item, role, key, CodeMatch.EXACT, true, item, "yes", "test", "test.csv", 2);
        return new CodedEvent(event, row);
    }

    private List<Visit> visitsOf(String id) {
        return rowsOf(id, visits)
                .flatMap(row -> list(row.get("outpatient")).stream())
                .map(AssessmentPicture::date)
                .map(day -> new Visit("visit " + day, VisitKind.OUTPATIENT, day, day))
                .toList();
    }

    private static DrugEra era(Map<String, String> row) {
        return new DrugEra(
                row.get("item"),
                row.get("item"),
                date(row.get("start")),
                date(row.get("end")),
                Integer.parseInt(row.get("days")),
                EndSource.START_DAY,
                null,
                null,
                null,
                null,
                false,
                List.of());
    }

    private static TreeSet<Bone> bones(Map<String, String> row) {
        TreeSet<Bone> bones = new TreeSet<>();
        for (String site : list(row.getOrDefault("sites", "femur"))) {
            bones.add(new Bone(FractureSite.valueOf(upper(site)), Side.LEFT, FractureKind.LONG_BONE));
        }
        return bones;
    }

    private List<FractureEvent> eventsOf(String id) {
        List<FractureEvent> events = new ArrayList<>();
        rowsOf(id, fractures).forEach(row -> {
            String reason = row.get("not_counted");
            events.add(new FractureEvent(
                    events.size() + 1,
                    date(row.get("date")),
                    null,
                    bones(row),
                    TraumaTier.valueOf(upper(row.getOrDefault("tier", "low"))),
                    false,
                    false,
                    "yes".equals(row.get("confirmed")),
                    false,
                    1,
                    reason == null ? null : NotCounted.valueOf(upper(reason)),
                    List.of()));
        });
        return events;
    }

    private static BoneDensity scan(Map<String, String> row) {
        Double zScore = row.get("z") == null ? null : Double.valueOf(row.get("z"));
        ZScoreSource source = zScore == null ? null : ZScoreSource.RECORDED;
        return new BoneDensity(
                date(row.get("date")), DensitySite.LUMBAR_SPINE, null, zScore, null, zScore, source, null, List.of());
    }

    private static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text.strip());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
