package org.osteocohort.disclosure.attack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.testkit.DuckDb;

/** The Parquet files of a run's reports as a reader sees them: by DuckDB, and by the meanings of their columns alone. */
public final class PublishedReports {
    private static final List<String> TABLES = List.of(
            "prevalence",
            "incidence",
            "standardized_rates",
            "comparisons",
            "cause_profile",
            "treatment_coverage",
            "time_to_treatment",
            "persistence",
            "fracture_rates",
            "phenotype_overlap",
            "attrition");

    private final DuckDb duckDb = new DuckDb();

    private PublishedReports(Path folder) throws SQLException, IOException {
        for (String table : TABLES) {
            duckDb.execute("CREATE VIEW " + table + " AS FROM '" + folder.resolve(table + ".parquet") + "'");
        }
        try (InputStream file =
                PublishedReports.class.getResourceAsStream("/org/osteocohort/disclosure/published-numbers.sql")) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String statement : sql.split(";\\s*\n")) {
                duckDb.execute(statement);
            }
        }
    }

    /** The reports of a folder. */
    public static PublishedReports of(Path folder) throws SQLException, IOException {
        return new PublishedReports(folder);
    }

    /** Every number by its name, null where it is hidden; the same number twice must be told alike. */
    public Map<String, Long> numbers() throws SQLException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (List<String> row : duckDb.cells("SELECT name, shown FROM numbers ORDER BY ALL")) {
            Long shown = row.get(1) == null ? null : Long.valueOf(row.get(1));
            if (numbers.containsKey(row.get(0)) && !java.util.Objects.equals(numbers.get(row.get(0)), shown)) {
                throw new AssertionError("told twice and not alike: " + row.get(0));
            }
            numbers.put(row.get(0), shown);
        }
        return numbers;
    }

    /** What is known about the numbers, some of which may be told as others than they were published. */
    public Published published(Map<String, Long> numbers) throws SQLException {
        Published published = new Published();
        numbers.forEach(published::number);
        Map<List<String>, List<String>> sums = new LinkedHashMap<>();
        for (List<String> row : duckDb.cells("SELECT DISTINCT total, split, part FROM sums ORDER BY ALL")) {
            sums.computeIfAbsent(row.subList(0, 2), key -> new ArrayList<>()).add(row.get(2));
        }
        sums.forEach((total, parts) -> published.sum(total.get(0), parts));
        for (List<String> row : duckDb.cells("SELECT DISTINCT outside, inside FROM nests ORDER BY ALL")) {
            published.nest(row.get(0), row.get(1));
        }
        return published;
    }

    /** Shares, rates and intervals that stand beside a hidden count of theirs. */
    public List<String> sharesOfHidden() throws SQLException {
        List<String> found = new ArrayList<>();
        Map<String, String> counts = Map.of(
                "prevalence", "numerator, denominator",
                "cause_profile", "numerator, denominator",
                "incidence", "persons_at_risk, events, person_days",
                "treatment_coverage", "treated, denominator",
                "time_to_treatment", "followed, at_risk, events, censored",
                "persistence", "observed, covered");
        for (Map.Entry<String, String> table : counts.entrySet()) {
            found.addAll(duckDb.rows("SELECT '" + table.getKey() + "', * FROM " + table.getKey()
                    + " WHERE coalesce(estimate, ci_low, ci_high) IS NOT NULL AND (("
                    + table.getValue().replace(",", ") IS NULL OR (") + ") IS NULL) LIMIT 3"));
        }
        return found;
    }
}
