package org.osteocohort.fracture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.CodedHistory;

/**
 * From diagnosis rows to fracture events, in the steps of the clinical reference: select the rows that tell of a new
 * fracture, group repeats of one site into episodes, merge episodes of one accident, give each event its trauma tier,
 * and mark those that no definition may count.
 */
public final class FractureEngine {
    private final FractureSettings settings;

    public FractureEngine(FractureSettings settings) {
        this.settings = settings;
    }

    /** All fracture events of a child in order of time, also those that do not count. */
    public List<FractureEvent> events(CodedHistory history) {
        List<FractureRow> rows = history.with(Role.Family.FRACTURE).stream()
                .filter(coded -> coded.row().role() != Role.HISTORY_ONLY_NOT_INCIDENT)
                .map(FractureRow::of)
                .sorted(FractureRow.ORDER)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<FractureRow> fresh = rows.stream().filter(row -> fresh(row, rows)).toList();
        List<List<Episode>> accidents = new ArrayList<>();
        accidents.addAll(accidents(fresh.stream().filter(FractureRow::countable).toList()));
        accidents.addAll(
                accidents(fresh.stream().filter(row -> !row.countable()).toList()));
        accidents.sort(Comparator.comparing(accident -> accident.get(0).start()));
        List<FractureEvent> events = new ArrayList<>();
        for (List<Episode> accident : accidents) {
            events.add(event(events.size() + 1, accident, history));
        }
        return events;
    }

    /** Whether the row tells of a new fracture rather than of the course of an old one. */
    private boolean fresh(FractureRow row, List<FractureRow> all) {
        return switch (row.encounter()) {
            case ACTIVE, NONE -> true;
            case LATER -> false;
            case MISSING -> all.stream().noneMatch(other -> sameSiteShortlyBefore(other, row));
        };
    }

    private boolean sameSiteShortlyBefore(FractureRow other, FractureRow row) {
        return other.site() == row.site()
                && other.countable() == row.countable()
                && other.date().isBefore(row.date())
                && ChronoUnit.DAYS.between(other.date(), row.date()) <= settings.cutShortCodeLookbackDays();
    }

    /** Episodes that start within the merge window of the first belong to one accident. */
    private List<List<Episode>> accidents(List<FractureRow> rows) {
        List<List<Episode>> accidents = new ArrayList<>();
        for (Episode episode : Episode.group(rows, settings)) {
            List<Episode> last = accidents.isEmpty() ? null : accidents.get(accidents.size() - 1);
            boolean same = last != null
                    && ChronoUnit.DAYS.between(last.get(0).start(), episode.start()) <= settings.eventMergeDays();
            if (same) {
                last.add(episode);
            } else {
                accidents.add(new ArrayList<>(List.of(episode)));
            }
        }
        return accidents;
    }

    private FractureEvent event(int number, List<Episode> accident, CodedHistory history) {
        LocalDate date = accident.get(0).start();
        Patient patient = history.history().patient();
        List<FractureRow> rows = accident.stream()
                .flatMap(episode -> episode.rows().stream())
                .sorted(FractureRow.ORDER)
                .toList();
        List<CodedEvent> evidence =
                new ArrayList<>(rows.stream().map(FractureRow::coded).toList());
        Circumstances circumstances = new Circumstances(history, settings, date, rows);
        evidence.addAll(circumstances.evidence());
        return new FractureEvent(
                number,
                date,
                patient.birthDate() == null ? null : Age.days(patient.birthDate(), date),
                bones(accident),
                circumstances.tier(),
                circumstances.pathologic(),
                circumstances.atypicalFemur(),
                circumstances.confirmed(),
                leftTruncated(history),
                rows.size(),
                circumstances.notCounted(),
                evidence);
    }

    /** The side of a bone is the side of its episode: a vague row takes the side of the rows it repeats. */
    private static SortedSet<Bone> bones(List<Episode> accident) {
        SortedSet<Bone> bones = new TreeSet<>();
        for (Episode episode : accident) {
            for (FractureRow row : episode.rows()) {
                if (row.countable()) {
                    bones.add(new Bone(row.site(), episode.side(), row.kind()));
                }
            }
        }
        return bones;
    }

    /** Without observation in the early years the count of early fractures is a floor. */
    private boolean leftTruncated(CodedHistory history) {
        LocalDate birthDate = history.history().patient().birthDate();
        List<ObservationPeriod> observation = history.history().observation();
        return birthDate == null
                || observation.isEmpty()
                || Age.completedYears(birthDate, observation.get(0).start()) >= settings.leftTruncationAgeYears();
    }
}
