import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;

/** The prevalence of each definition, read in plain Java: java -cp duckdb_jdbc.jar notebooks/FirstLook.java OUTPUT */
public class FirstLook {
    public static void main(String[] arguments) throws Exception {
        Path output = Path.of(arguments.length == 0 ? "target/sample-run" : arguments[0]);
        String run = Files.readString(output.resolve("latest")).strip();
        Path prevalence = output.resolve("runs").resolve(run).resolve("reports").resolve("prevalence.parquet");
        String query = """
                SELECT item, case_class, denominator, numerator, 10000 * estimate AS per_10000, value_status
                FROM '%s'
                WHERE kind = 'phenotype' AND prevalence_type = 'period' AND period = 'study'
                  AND denominator_name = 'observed' AND sex = 'all' AND age_group = 'all' AND age_band = 'all'
                  AND race = 'all' AND ethnicity = 'all' AND site = 'all'
                """.formatted(prevalence);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet row = duckDb.createStatement().executeQuery(query)) {
            while (row.next()) {
                // A hidden number is null: getString says so, getLong would say 0.
                System.out.printf(
                        "%-11s %-22s %8s %8s %10s %s%n",
                        row.getString("item"),
                        row.getString("case_class"),
                        row.getString("denominator"),
                        row.getString("numerator"),
                        row.getString("per_10000"),
                        row.getString("value_status"));
            }
        }
    }
}
