package org.osteocohort.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs files of SQL in DuckDB, in memory, and tells what the last statement answers. As a process of its own it pays for
 * its start as our job does.
 */
public final class DuckDbScript {
    private DuckDbScript() {}

    /** The names of the files, separated by commas, and name and value of each of their variables. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int argument = 1; argument < arguments.length; argument += 2) {
            variables.put(arguments[argument], arguments[argument + 1]);
        }
        answers(List.of(arguments[0].split(",")), variables)
                .forEach((what, number) -> System.out.println(what + " = " + number));
    }

    /** The first two columns of the last answer, of files that {@link StudyScript} names. */
    public static Map<String, String> answers(List<String> files, Map<String, String> variables)
            throws IOException, SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            boolean answers = false;
            for (String file : files) {
                for (String single : statements(file, variables)) {
                    answers = statement.execute(single);
                }
            }
            return answers ? answers(statement.getResultSet()) : Map.of();
        }
    }

    /** The statements of a file, which end with a semicolon at the end of a line. */
    public static List<String> statements(String file, Map<String, String> variables) throws IOException {
        String sql = Files.readString(StudyScript.file(file));
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            sql = sql.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        return List.of(sql.split(";\\s*\n"));
    }

    private static Map<String, String> answers(ResultSet answer) throws SQLException {
        Map<String, String> answers = new LinkedHashMap<>();
        while (answer.next()) {
            answers.put(answer.getString(1), answer.getString(2));
        }
        return answers;
    }
}
