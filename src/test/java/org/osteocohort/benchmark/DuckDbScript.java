package org.osteocohort.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs a file of SQL in DuckDB and prints its table {@code answer}: a process of its own, so that it pays for its start as
 * our job does.
 */
final class DuckDbScript {
    private DuckDbScript() {}

    /** The file, and name and value of each of its variables. */
    public static void main(String[] arguments) throws IOException, SQLException {
        String sql = Files.readString(Path.of(arguments[0]));
        for (int argument = 1; argument < arguments.length; argument += 2) {
            sql = sql.replace("${" + arguments[argument] + "}", arguments[argument + 1]);
        }
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (String single : sql.split(";\\s*\n")) {
                statement.execute(single);
            }
            try (ResultSet answer = statement.executeQuery("SELECT what, children FROM answer ORDER BY ALL")) {
                while (answer.next()) {
                    System.out.println(answer.getString(1) + " = " + answer.getLong(2));
                }
            }
        }
    }
}
