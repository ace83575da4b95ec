package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.osteocohort.ehr.PatientHistory;

/**
 * Histories drawn by a seed, dense with what the rules ask for: repeated and cut-short fracture codes of every kind,
 * external causes near them, scans in all units, causes, drugs, laboratory values and ordinary visits. A picture is
 * what is drawn, so that a failing case can be read and kept as a test of its own.
 */
public final class RandomHistories {
    private static final List<String> FRACTURES = List.of(
            "ICD10CM S52.501A",
            "ICD10CM S52.502A",
            "ICD10CM S52.509B",
            "ICD10CM S52.50",
            "ICD10CM S72.301A",
            "ICD10CM S72.302C",
            "ICD10CM S42.301A",
            "ICD10CM S42.302B",
            "ICD10CM S82.201A",
            "ICD10CM S82.202A",
            "ICD10CM S32.010A",
            "ICD10CM S22.080A",
            "ICD10CM S32.012A",
            "ICD10CM M48.56XA",
            "ICD10CM S42.001A",
            "ICD10CM S82.51XA",
            "ICD10CM S62.601A",
            "ICD10CM S92.501A",
            "ICD10CM S02.0XXA",
            "ICD10CM M84.451A",
            "ICD10CM M80.051A",
            "ICD10CM M84.551A",
            "ICD10CM M84.361A",
            "ICD10CM M84.750A",
            "ICD10CM P13.4",
            "ICD9CM 812.20",
            "ICD9CM 813.42",
            "ICD9CM 821.01",
            "ICD9CM 823.20",
            "ICD9CM 805.4",
            "ICD9CM 733.13",
            "ICD9CM 733.14",
            "ICD9CM V54.17",
            "SNOMEDCT 66308002",
            "SNOMEDCT 71620000");
    private static final List<String> LATER =
            List.of("ICD10CM S52.501D", "ICD10CM S72.301G", "ICD10CM S42.301S", "ICD10CM S82.201K", "ICD10CM S32.010D");
    private static final List<String> EXTERNAL_CAUSES = List.of(
            "ICD10CM W01.0XXA",
            "ICD10CM W10.1XXA",
            "ICD10CM W18.30XA",
            "ICD10CM W09.8XXA",
            "ICD10CM W17.82XA",
            "ICD10CM V43.52XA",
            "ICD10CM V43.52XD",
            "ICD10CM W17.89XA",
            "ICD10CM T74.12XA",
            "ICD10CM Y07.11",
            "ICD9CM E880.1",
            "ICD9CM E880.9",
            "ICD9CM E812.0",
            "ICD9CM E887");
    private static final List<String> DENSITIES = List.of(
            "LOINC 85394-5", "LOINC 85394-5", "LOINC 80933-5", "LOCAL TBLH_Z", "LOCAL LS_HAZ_Z", "LOCAL TBLH_HAZ_Z");
    private static final List<String> DIAGNOSES = List.of(
            "ICD10CM Q78.0",
            "ICD10CM G80.9",
            "ICD10CM C91.00",
            "ICD10CM M08.00",
            "ICD10CM K50.90",
            "ICD10CM E10.9",
            "ICD10CM E10.A1",
            "ICD10CM P07.30",
            "ICD10CM E55.9",
            "ICD10CM Z99.3",
            "ICD10CM R63.4",
            "ICD10CM Q87.40",
            "ICD10CM Q78.1",
            "ICD10CM Z79.52",
            "ICD10CM M81.0",
            "ICD10CM M81.8",
            "ICD10CM M81.6",
            "ICD10CM M85.80",
            "ICD10CM M85.4",
            "ICD10CM C41.2",
            "ICD10CM E25.0",
            "ICD9CM 343.9",
            "ICD9CM 733.00",
            "ICD9CM 170.7");
    private static final List<String> DRUGS = List.of(
            "RXNORM 8640",
            "RXNORM 8638",
            "RXNORM 5492",
            "RXNORM 8183",
            "RXNORM 114477",
            "RXNORM 1256",
            "RXNORM 191831",
            "RXNORM 46041",
            "RXNORM 2418",
            "ATC H02AB07",
            "ATC L04AB02",
            "HCPCS J3489",
            "HCPCS J2430");
    private static final List<String> LABS = List.of(
            "LOINC 17861-6 | 9.5 | mg/dL",
            "LOINC 17861-6 | 7.1 | mg/dL",
            "LOINC 2777-1 | 4.5 | mg/dL",
            "LOINC 1989-3 | 31 | ng/mL",
            "LOINC 1989-3 | 19.9 | ng/mL",
            "LOINC 62292-8 | 50 | nmol/L",
            "LOINC 1989-3 | | ng/mL",
            "LOINC 2731-8 | 40 | pg/mL",
            "LOINC 2160-0 | 0.5 | mg/dL");
    /** Codes that stand in none of the shipped code sets. */
    private static final List<String> UNRELATED =
            List.of("ICD10CM H66.90", "ICD10CM J06.9", "ICD9CM 382.9", "LOINC 718-7", "RXNORM 723", "CPT 99213");

    private static final int LONGEST_LIFE = 20 * 365;
    private static final String COLUMNS =
            "date | code | value | unit | visit | inpatient | days | route | end | quantity | strength";

    private final Random random;
    private final LocalDate born;
    private final StringBuilder rows = new StringBuilder();
    private int visits;

    private RandomHistories(long seed) {
        // Neighbouring seeds of java.util.Random begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.born = chance(20)
                ? LocalDate.of(1996 + 4 * random.nextInt(5), 2, 29)
                : LocalDate.of(1995, 1, 1).plusDays(random.nextInt(7000));
    }

    /** The history of a seed. */
    public static PatientHistory of(long seed) {
        return Histories.parse(picture(seed));
    }

    public static List<PatientHistory> of(long firstSeed, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> of(firstSeed + number))
                .toList();
    }

    /** The same as a picture. */
    public static String picture(long seed) {
        return new RandomHistories(seed).draw();
    }

    /** Rows of a picture, without its header, that no code set asks for. */
    public static String unrelatedRows(PatientHistory history, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("date | code | value | table\n");
        for (int row = 0; row < 5; row++) {
            LocalDate day = history.events().isEmpty()
                    ? LocalDate.of(2010, 1, 1)
                    : history.events()
                            .get(random.nextInt(history.events().size()))
                            .date();
            String code = UNRELATED.get(random.nextInt(UNRELATED.size()));
            text.append("%s | %s | 3 | unrelated\n".formatted(day.plusDays(random.nextInt(5) - 2), code));
        }
        return text.toString();
    }

    private String draw() {
        String child = firstLine();
        times(6, this::fracture);
        times(2, () -> row(anyDay(), pick(LATER), ""));
        times(4, this::scan);
        times(5, this::diagnosis);
        times(5, this::drug);
        times(6, () -> row(anyDay(), pick(LABS), ""));
        times(3, () -> row(anyDay(), pick(UNRELATED), ""));
        return child + "\n" + COLUMNS + "\n" + rows + "visit | kind | start | end\n" + visitRows();
    }

    private String firstLine() {
        String birth = born.toString();
        String told = chance(90) ? birth : pick(List.of(birth.substring(0, 7), birth.substring(0, 4), "unknown"));
        LocalDate start = chance(60) ? born : anyDay();
        LocalDate end = start.plusDays(random.nextInt(LONGEST_LIFE));
        LocalDate again = end.plusDays(chance(50) ? 1 : 2 + random.nextInt(400));
        String second = chance(60) ? "" : ", observed %s to %s".formatted(again, again.plusDays(random.nextInt(3000)));
        String sex = pick(List.of("female", "male", "unknown"));
        return "born %s %s, observed %s to %s%s".formatted(told, sex, start, end, second);
    }

    private void fracture() {
        LocalDate day = anyDay();
        String code = pick(FRACTURES);
        String visit = chance(50) ? visit() : "";
        row(day, code, "| | | " + visit + " | " + (chance(10) ? "yes" : ""));
        times(3, () -> row(day.plusDays(random.nextInt(150)), code, ""));
        if (chance(30)) {
            row(day.plusDays(random.nextInt(6)), pick(FRACTURES), "| | | " + visit);
        }
        if (chance(60)) {
            row(day.plusDays(random.nextInt(9) - 3), pick(EXTERNAL_CAUSES), "| | | " + (chance(50) ? visit : ""));
        }
        if (chance(30)) {
            row(day.plusDays(random.nextInt(6) - 2), "CPT 73090", "");
        }
        if (chance(40)) {
            scanNear(day.plusDays(random.nextInt(1400) - 500));
        }
        if (chance(10)) {
            row(day.plusDays(random.nextInt(500) - 250), pick(List.of("ICD10CM M85.4", "ICD10CM C41.2")), "");
        }
    }

    private void scan() {
        LocalDate day = anyDay();
        scanNear(day);
        if (chance(40)) {
            scanNear(day.plusDays(150 + random.nextInt(650)));
        }
    }

    private void scanNear(LocalDate day) {
        times(3, () -> row(day.plusDays(random.nextInt(3)), pick(DENSITIES), score()));
        if (chance(30)) {
            row(day.plusDays(random.nextInt(3) - 1), "LOINC 24966-4", "| 0.5%s | g/cm2".formatted(random.nextInt(10)));
        }
        if (chance(30)) {
            row(day, "LOINC 38267-1", "| -3.%s |".formatted(random.nextInt(10)));
        }
        if (chance(30)) {
            row(
                    day.plusDays(random.nextInt(200) - 100),
                    "LOINC 8302-2",
                    "| %s | cm".formatted(90 + random.nextInt(80)));
        }
    }

    private String score() {
        String value = "%s%s.%s".formatted(chance(80) ? "-" : "", random.nextInt(4), random.nextInt(10));
        return "| " + value + " | " + pick(List.of("{Z-Score}", "SD", "", "%"));
    }

    private void diagnosis() {
        LocalDate day = anyDay();
        String code = pick(DIAGNOSES);
        row(day, code, "| | | " + (chance(30) ? visit() : "") + " | " + (chance(15) ? "yes" : ""));
        times(3, () -> row(day.plusDays(random.nextInt(400)), code, ""));
    }

    private void drug() {
        LocalDate day = anyDay();
        String code = pick(DRUGS);
        String route = pick(List.of("oral", "oral", "parenteral", "not_systemic", "unknown"));
        for (int refill = random.nextInt(6); refill >= 0; refill--) {
            String days = chance(80) ? String.valueOf(1 + random.nextInt(90)) : "";
            String amount = chance(50) ? "30 | 5" : "";
            row(day.plusDays(refill * 40L), code, "| | | | | %s | %s | | %s".formatted(days, route, amount));
        }
    }

    private String visit() {
        return "V" + ++visits;
    }

    private String visitRows() {
        StringBuilder text = new StringBuilder();
        for (int visit = 1; visit <= visits; visit++) {
            LocalDate day = anyDay();
            String kind = pick(List.of("inpatient", "emergency", "outpatient", "outpatient", "other"));
            text.append("V%s | %s | %s | %s\n".formatted(visit, kind, day, day.plusDays(random.nextInt(9))));
        }
        return text.toString();
    }

    private void row(LocalDate day, String code, String further) {
        rows.append(day).append(" | ").append(code).append(' ').append(further).append('\n');
    }

    /** Children break bones before they are grown up, and some records follow them for a while after that. */
    private LocalDate anyDay() {
        return born.plusDays(random.nextInt(LONGEST_LIFE));
    }

    private void times(int most, Runnable step) {
        for (int number = random.nextInt(most + 1); number > 0; number--) {
            step.run();
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
