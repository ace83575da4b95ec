package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;

/**
 * A child's history as a picture:
 *
 * <pre>
 * born 2010-02-28 female, observed 2010-02-28 to 2022-12-31
 * date       | code             | value | unit      | days | quantity
 * 2016-03-01 | ICD10CM S52.501A |
 * 2016-05-01 | LOINC 85394-5    | -2.1  | {Z-Score}
 * 2017-01-01 | RXNORM 8640      |       |           | 30   | 60
 *
 * visit | kind      | start      | end
 * V1    | inpatient | 2016-03-01 | 2016-03-04
 * </pre>
 *
 * <p>The first line tells the child in clauses set off by commas: {@code born} (a day, a month, a year or
 * {@code unknown}, and the sex), {@code observed A to B} (as often as needed), {@code died}, {@code patient},
 * {@code race}, {@code ethnicity}. Then come tables; columns are named by their header, in any order, and a blank or
 * missing cell is null. A table with a column {@code start} holds visits, any other holds events. {@code kind} is the
 * drug record's kind in an event and the visit's kind in a visit. The domain is told by the vocabulary unless a column
 * {@code domain} names it; {@code via} lists, set off by semicolons, the keys that the source resolved the code to.
 */
public final class Histories {
    private static final Set<String> EVENT_COLUMNS = Set.of(
            "date",
            "code",
            "value",
            "unit",
            "days",
            "quantity",
            "strength",
            "route",
            "visit",
            "end",
            "kind",
            "domain",
            "via",
            "resolution",
            "inpatient",
            "id",
            "table");
    private static final Set<String> VISIT_COLUMNS = Set.of("visit", "kind", "start", "end");

    private Histories() {}

    /** Reads a picture; what it does not understand fails the test that holds it. */
    public static PatientHistory parse(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<ClinicalEvent> events = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        List<String> header = List.of();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (isHeader(cells)) {
                header = cells;
                continue;
            }
            Map<String, String> row = row(header, cells);
            if (header.contains("start")) {
                visits.add(visit(row));
            } else {
                events.add(event(row, events.size() + 1));
            }
        }
        List<String> clauses =
                Stream.of(lines.get(0).split(",")).map(String::strip).toList();
        return new PatientHistory(patient(clauses), observation(clauses), visits, events);
    }

    /** The same history with its visits, spans and events handed over in another order. */
    public static PatientHistory shuffled(PatientHistory history, long seed) {
        Random random = new Random(seed);
        return new PatientHistory(
                history.patient(),
                shuffled(history.observation(), random),
                shuffled(history.visits(), random),
                shuffled(history.events(), random));
    }

    /** The same history with every source row twice; the copies have identifiers of their own. */
    public static PatientHistory duplicated(PatientHistory history) {
        List<ClinicalEvent> twice = new ArrayList<>(history.events());
        for (ClinicalEvent event : history.events()) {
            SourceReference copy =
                    new SourceReference(event.source().table(), event.source().id() + "-copy");
            twice.add(new ClinicalEvent(
                    event.domain(),
                    event.date(),
                    event.endDate(),
                    event.code(),
                    event.matchedBy(),
                    event.resolution(),
                    event.visitId(),
                    event.inpatient(),
                    event.supply(),
                    event.result(),
                    copy));
        }
        return new PatientHistory(history.patient(), history.observation(), history.visits(), twice);
    }

    private static <T> List<T> shuffled(List<T> values, Random random) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Patient patient(List<String> clauses) {
        String[] born = words(only(clauses, "born"));
        LocalDate birthDate = birthDate(born[0]);
        String patientId = clauses.stream().anyMatch(clause -> clause.startsWith("patient "))
                ? only(clauses, "patient")
                : "site:1";
        String[] parts = patientId.split(":", 2);
        return new Patient(
                patientId,
                parts[0],
                parts[parts.length - 1],
                born.length > 1 ? Sex.valueOf(upper(born[1])) : Sex.UNKNOWN,
                birthDate,
                birthDate == null ? null : DatePrecision.values()[(10 - born[0].length()) / 3],
                optional(clauses, "race"),
                optional(clauses, "ethnicity"),
                date(optional(clauses, "died")));
    }

    private static LocalDate birthDate(String text) {
        if (text.equals("unknown")) {
            return null;
        }
        return LocalDate.parse((text + "-01-01").substring(0, 10));
    }

    private static List<ObservationPeriod> observation(List<String> clauses) {
        return clauses.stream()
                .filter(clause -> clause.startsWith("observed "))
                .map(Histories::words)
                .map(words -> new ObservationPeriod(LocalDate.parse(words[1]), LocalDate.parse(words[3])))
                .toList();
    }

    private static Visit visit(Map<String, String> row) {
        LocalDate start = LocalDate.parse(row.get("start"));
        LocalDate end = date(row.get("end"));
        return new Visit(row.get("visit"), VisitKind.valueOf(upper(row.get("kind"))), start, end == null ? start : end);
    }

    private static ClinicalEvent event(Map<String, String> row, int number) {
        CodeKey code = key(row.get("code"));
        List<CodeKey> via = !row.containsKey("via")
                ? List.of()
                : Stream.of(row.get("via").split(";")).map(Histories::key).toList();
        EventDomain domain =
                row.containsKey("domain") ? EventDomain.valueOf(upper(row.get("domain"))) : domain(code.vocabulary());
        CodeResolution unsaid = via.isEmpty() ? CodeResolution.SOURCE_CODE : CodeResolution.ANCESTOR;
        return new ClinicalEvent(
                domain,
                LocalDate.parse(row.get("date")),
                date(row.get("end")),
                code,
                via,
                row.containsKey("resolution") ? CodeResolution.valueOf(upper(row.get("resolution"))) : unsaid,
                row.get("visit"),
                "yes".equals(row.get("inpatient")),
                supply(row, domain),
                result(row, domain),
                new SourceReference(row.getOrDefault("table", "events"), row.getOrDefault("id", "row-" + number)));
    }

    private static EventDomain domain(Vocabulary vocabulary) {
        return switch (vocabulary) {
            case ICD10CM, ICD9CM, SNOMEDCT -> EventDomain.CONDITION;
            case RXNORM, ATC, NDC -> EventDomain.DRUG;
            case LOINC, LOCAL -> EventDomain.MEASUREMENT;
            case CPT, HCPCS, ICD10PCS, ICD9PROC -> EventDomain.PROCEDURE;
        };
    }

    /** A drug always has a supply, though nothing may be known of it; a procedure has one when its row tells amounts. */
    private static DrugSupply supply(Map<String, String> row, EventDomain domain) {
        boolean told = Stream.of("days", "quantity", "strength", "route").anyMatch(row::containsKey);
        if (domain != EventDomain.DRUG && !told) {
            return null;
        }
        return new DrugSupply(
                DrugRecordKind.valueOf(upper(row.getOrDefault("kind", "unknown"))),
                DrugRoute.valueOf(upper(row.getOrDefault("route", "unknown"))),
                row.containsKey("days") ? Integer.valueOf(row.get("days")) : null,
                number(row.get("quantity")),
                number(row.get("strength")));
    }

    private static NumericResult result(Map<String, String> row, EventDomain domain) {
        boolean told = row.containsKey("value") || row.containsKey("unit");
        if (domain != EventDomain.MEASUREMENT && !told) {
            return null;
        }
        return new NumericResult(number(row.get("value")), row.get("unit"));
    }

    private static CodeKey key(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        return new CodeKey(Vocabulary.valueOf(parts[0]), parts[1]);
    }

    private static boolean isHeader(List<String> cells) {
        return EVENT_COLUMNS.containsAll(cells) || VISIT_COLUMNS.containsAll(cells);
    }

    /** The cells that are not blank, by column. */
    private static Map<String, String> row(List<String> header, List<String> cells) {
        if (cells.size() > header.size()) {
            throw new IllegalArgumentException("more cells than columns: " + cells);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                row.put(header.get(column), cells.get(column));
            }
        }
        return row;
    }

    /** A bar at the end of a line is a border, not a further cell. */
    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private static String only(List<String> clauses, String word) {
        String found = optional(clauses, word);
        if (found == null) {
            throw new IllegalArgumentException("the first line tells no " + word);
        }
        return found;
    }

    private static String optional(List<String> clauses, String word) {
        return clauses.stream()
                .filter(clause -> clause.startsWith(word + " "))
                .map(clause -> clause.substring(word.length()).strip())
                .findFirst()
                .orElse(null);
    }

    private static String[] words(String text) {
        return text.split("\\s+");
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Double number(String text) {
        return text == null ? null : Double.valueOf(text);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
