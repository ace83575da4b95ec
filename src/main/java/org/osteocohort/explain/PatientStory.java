package org.osteocohort.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.report.CohortRow;
import org.osteocohort.report.PatientRow;

/** The story of one child: who it is, what happened in order of time, and what every definition says of it. */
public final class PatientStory {
    private final PatientRecord child;
    private final AgeWords ages;
    private final StoryText text = new StoryText();

    private PatientStory(PatientRecord child) {
        this.child = child;
        this.ages = new AgeWords(child.patient());
    }

    /**
     * Tells the story.
     *
     * @param phenotypes names of the run's definitions; those without a cohort row are told as not met
     * @return lines of plain English, which show a patient
     */
    public static String tell(String runId, List<String> phenotypes, PatientRecord child) {
        PatientStory story = new PatientStory(child);
        story.text.heading("Patient " + child.patient().patientId() + " in the run " + runId);
        story.text.line(0, "This text shows a patient. It must not leave the site.");
        story.who();
        story.whatHappened();
        story.verdicts(phenotypes);
        return story.text.toString();
    }

    private void who() {
        PatientRow patient = child.patient();
        String sex = switch (patient.sex()) {
            case "female" -> "Girl";
            case "male" -> "Boy";
            default -> "Child of unknown sex";
        };
        text.heading("The child");
        text.line(
                1,
                sex + ", " + ages.birth() + ". Race: " + recorded(patient.race()) + ". Ethnicity: "
                        + recorded(patient.ethnicity()) + ". Site: " + patient.site() + ".");
        text.line(1, observation(patient));
        if (child.fractures().stream().anyMatch(event -> event.leftTruncated())) {
            text.line(1, "Observation began so late in life that earlier fractures may be missing.");
        }
    }

    private static String recorded(String word) {
        return word == null ? "not recorded" : word;
    }

    private String observation(PatientRow patient) {
        if (patient.observationStart() == null || patient.observationEnd() == null) {
            return "No observation period is on record.";
        }
        return "Observed from " + patient.observationStart() + " (" + ages.on(patient.observationStart()) + ") to "
                + patient.observationEnd() + " (" + ages.on(patient.observationEnd()) + "); there may be gaps.";
    }

    private void whatHappened() {
        List<Happening> happenings = new ArrayList<>();
        happenings.addAll(FractureStory.of(child));
        happenings.addAll(DensityStory.of(child));
        happenings.addAll(DrugStory.of(child));
        happenings.addAll(TagStory.of(child));
        for (CohortRow row : child.cohort()) {
            String met = row.phenotype() + ": " + row.Class() + " from this day on, by the path " + row.path() + ".";
            happenings.add(new Happening(row.cohortStartDate(), Happening.Sort.VERDICT, met));
            if (leaves(row)) {
                String left = row.phenotype() + ": no longer " + row.Class() + ".";
                happenings.add(new Happening(row.classEndDate().plusDays(1), Happening.Sort.VERDICT, left));
            }
        }
        add(child.patient().observationStart(), Happening.Sort.OBSERVATION_BEGINS, "Observation begins.", happenings);
        add(child.patient().observationEnd(), Happening.Sort.OBSERVATION_ENDS, "Observation ends.", happenings);
        add(child.patient().deathDate(), Happening.Sort.DEATH, "The child died.", happenings);
        happenings.sort(Happening.CHRONOLOGICAL);
        text.heading("What happened");
        LocalDate told = null;
        for (Happening happening : happenings) {
            if (!happening.day().equals(told)) {
                text.line(1, happening.day() + ", " + ages.on(happening.day()));
            }
            told = happening.day();
            text.line(2, happening.text());
        }
        if (happenings.isEmpty()) {
            text.line(1, "Nothing that concerns the study is on record.");
        }
    }

    /** Whether the child is in no class on the day after those of the row. */
    private boolean leaves(CohortRow row) {
        return row.classEndDate() != null
                && child.cohort().stream()
                        .filter(other -> other.phenotype().equals(row.phenotype()))
                        .noneMatch(other -> other.cohortStartDate()
                                .equals(row.classEndDate().plusDays(1)));
    }

    private static void add(LocalDate day, Happening.Sort sort, String words, List<Happening> happenings) {
        if (day != null) {
            happenings.add(new Happening(day, sort, words));
        }
    }

    private void verdicts(List<String> phenotypes) {
        text.heading("What the definitions say");
        List<String> notMet = new ArrayList<>(phenotypes);
        Map<List<String>, String> told = new HashMap<>();
        for (String phenotype : phenotypes) {
            List<CohortRow> rows = child.cohort().stream()
                    .filter(row -> row.phenotype().equals(phenotype))
                    .sorted(Comparator.comparing(CohortRow::cohortStartDate))
                    .toList();
            for (CohortRow row : rows) {
                notMet.remove(phenotype);
                met(row);
                evidence(row, told);
            }
        }
        if (!notMet.isEmpty()) {
            notMet(notMet);
        }
    }

    private void notMet(List<String> phenotypes) {
        long counted =
                child.fractures().stream().filter(event -> event.counted()).count();
        long low = child.boneDensity().stream()
                .filter(scan -> scan.result().equals("low"))
                .count();
        long causes = child.tags().stream()
                .filter(tag -> tag.role().endsWith("_cause") && tag.qualifies())
                .count();
        text.line(1, "Not met: " + String.join(", ", phenotypes));
        text.line(
                2,
                "The run does not keep which condition failed. On record are "
                        + Words.counted(counted, "fracture event") + " that definitions may count, "
                        + Words.counted(low, "low bone density result") + " and " + Words.counted(causes, "cause")
                        + " in effect at some time.");
    }

    private void met(CohortRow row) {
        String until = row.classEndDate() == null ? "" : " until " + row.classEndDate();
        text.line(1, row.phenotype() + ": " + row.Class() + until);
        text.line(
                2,
                row.inStudy()
                        ? "Counted in the cohort of the reports."
                        : "Not counted in the cohort of the reports: the child was not in this class on the last day that"
                                + " it contributes to the study, or contributes none.");
        text.line(2, "Rule that decided: the path " + row.path() + " of the definition.");
        text.line(
                2,
                "Index date: " + row.cohortStartDate() + " (" + ages.on(row.cohortStartDate())
                        + "), the first day on which everything required is on record.");
        text.line(
                2,
                row.firstFractureDate() == null
                        ? "No fracture is behind it."
                        : "First fracture that it counts: " + row.firstFractureDate() + " ("
                                + ages.on(row.firstFractureDate()) + ").");
        text.line(2, "Etiology: " + VerdictWords.etiology(row.etiology()) + ".");
        List<String> causes =
                Words.parts(row.causes()).stream().map(Words::plain).toList();
        text.line(2, "Causes in effect: " + (causes.isEmpty() ? "none" : String.join(", ", causes)) + ".");
        Words.parts(row.flags()).forEach(flag -> text.line(2, "Remark: " + VerdictWords.flag(flag) + "."));
    }

    /** Definitions often rest on the same records; these are listed once. */
    private void evidence(CohortRow row, Map<List<String>, String> told) {
        List<String> records = child.evidence(row.phenotype(), row.path()).stream()
                .sorted(EvidenceLine.CHRONOLOGICAL)
                .map(EvidenceLine::of)
                .toList();
        String same = told.putIfAbsent(records, row.phenotype());
        if (records.isEmpty()) {
            text.line(2, "No source record stands behind it.");
        } else if (same != null) {
            text.line(2, "Source records behind it: the same as behind " + same + ".");
        } else {
            text.line(2, "Source records behind it:");
            records.forEach(record -> text.line(3, record));
        }
    }
}
