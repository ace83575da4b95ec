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
 * Runs files of SQL in DuckDB, in memory, and prints what the last statement answers: a process of its own, so that it
 * pays for its start as our job does.
 */
final class DuckDbScript {
    private DuckDbScript() {}

    /** The files, separated by commas, and name and value of each of their variables. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            boolean answers = false;
            for (String file : arguments[0].split(",")) {
                for (String single :
                        filled(Files.readString(Path.of(file)), arguments).split(";\\s*\n")) {
                    answers = statement.execute(single);
                }
            }
            if (answers) {
                print(statement.getResultSet());
            }
        }
    }

    private static String filled(String sql, String[] arguments) {
        String filled = sql;
        for (int argument = 1; argument < arguments.length; argument += 2) {
            filled = filled.replace("${" + arguments[argument] + "}", arguments[argument + 1]);
        }
        return filled;
    }

    private static void print(ResultSet answer) throws SQLException {
        while (answer.next()) {
            System.out.println(answer.getString(1) + " = " + answer.getString(2));
        }
    }
}
