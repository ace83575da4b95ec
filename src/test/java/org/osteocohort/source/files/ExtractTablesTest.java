package org.osteocohort.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.Problem;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

@ExtendWith(SparkExtension.class)
class ExtractTablesTest {
    private static final TableShape SHAPE = new TableShape(
            "stay",
            List.of(
                    TableColumn.filled("id", ColumnKind.IDENTIFIER),
                    TableColumn.filled("day", ColumnKind.DATE, "daytime"),
                    TableColumn.optional("ward", ColumnKind.TEXT),
                    TableColumn.optional("beds", ColumnKind.WHOLE),
                    TableColumn.optional("cost", ColumnKind.NUMBER)),
            List.of(),
            true);
    private static final String PICTURE = """
            id | day        | ward | beds | cost
            1  | 2020-02-29 | east | 7    | 1.5""";
    private static final String ROW = "1 2020-02-29 east 7 1.5";

    @TempDir
    private Path folder;

    private ExtractTables tables() {
        return new ExtractTables(folder, FileFormat.DETECTED, null, new Configuration());
    }

    private List<String> read(SparkSession spark) {
        return read(spark, "id", "day", "ward", "beds", "cost");
    }

    private List<String> read(SparkSession spark, String... columns) {
        ExtractTables tables = tables();
        List<Row> rows = tables.read(spark, SHAPE)
                .orElseThrow(() -> new AssertionError(tables.problems().toString()))
                .selectExpr(columns)
                .collectAsList();
        return rows.stream()
                .map(row -> row.mkString(" ").replace("null", "-"))
                .sorted()
                .toList();
    }

    private static final String[] FAULTS = {"`#file`", "`#fault`.column", "`#fault`.rule", "`#usable`"};

    @Test
    void aCellThatIsNotOfItsKindIsAFaultAndTheRestOfTheRowIsUsed(SparkSession spark) {
        TableFile.write(folder, "stay.csv", """
                id | day        | ward | beds | cost
                1  | 2020-02-29 | east | 7    | 1.5
                2  | 2020-02-29 | east | many | 1.5
                3  | 2020-02-29 | east | 7    | dear
                4  | 2020-02-29 | NA   | NULL | -""");
        assertThat(read(spark, FAULTS))
                .containsExactlyInAnyOrder(
                        "stay.csv - - true",
                        "stay.csv beds not_a_number true",
                        "stay.csv cost not_a_number true",
                        "stay.csv - - true");
    }

    @Test
    void aRowWithoutTheValueThatItCannotDoWithoutIsOfNoUse(SparkSession spark) {
        TableFile.write(folder, "stay.csv", """
                id | day        | beds
                1  | 2020-02-30 | 7
                2  | -          | 7
                -  | 2020-02-29 | many
                -  | -          | -""");
        assertThat(read(spark, FAULTS))
                .containsExactlyInAnyOrder(
                        "stay.csv day not_a_date false",
                        "stay.csv day missing false",
                        "stay.csv id missing false",
                        "stay.csv id missing false");
    }

    @Test
    void aFileIsNamedByItsPathWithinTheFolder(SparkSession spark) {
        folder = folder.resolve("100% of east");
        TableFile.write(folder, "stay/y 2020/a b.csv", "id,day\n1,2020-02-29");
        assertThat(read(spark, "`#file`")).containsExactly("stay/y 2020/a b.csv");
    }

    private String problems(SparkSession spark) {
        ExtractTables tables = tables();
        assertThat(tables.read(spark, SHAPE)).isEmpty();
        assertThat(tables.problems()).isNotEmpty();
        return tables.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder.toString(), "<folder>"))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "stay.csv ,",
                "STAY.CSV ,",
                "Stay.tsv TAB",
                "stay.txt |",
                "stay.csv ;",
                "stay.csv.gz ,",
                "stay.tsv.gz TAB",
                "stay/part-0.csv ,",
                "stay.csv/part-0.csv ,",
                "STAY/2020/part-0.csv.gz ,"
            })
    void everyFormOfATextTableIsRead(String file, String delimiter, SparkSession spark) {
        TableFile.write(folder, file, delimiter.equals("TAB") ? "\t" : delimiter, PICTURE);
        assertThat(read(spark)).containsExactly(ROW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space *", "list{a,b} class[ab]", "what? 100%25 ünï"})
    void aFoldersNameIsNoPattern(String name, SparkSession spark) {
        folder = folder.resolve(name);
        TableFile.write(folder, "stay.csv", PICTURE);
        assertThat(read(spark)).containsExactly(ROW);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm(SparkSession spark) {
        TableFile.writeText(folder, "stay.csv", "\uFEFFid,day,ward\r\n1,2020-02-29,east\r\n2,2020-03-01,\r\n");
        assertThat(read(spark)).containsExactly("1 2020-02-29 east - -", "2 2020-03-01 - - -");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "|", "\t"})
    void whatTheCommandLineOfSqlServerWritesAroundTheRowsIsNoRow(String delimiter, SparkSession spark) {
        String text = """
                id   |day       |ward
                -----|----------|----
                1    |2020-02-29|east
                --2  |2020-03-01|----

                (2 rows affected)
                """;
        TableFile.writeText(folder, "stay.txt", text.replace("|", delimiter));
        assertThat(read(spark)).containsExactly("--2 2020-03-01 ---- - -", "1 2020-02-29 east - -");
    }

    @Test
    void dashesAreAPlainValueWhereTheHeaderIsNotUnderlined(SparkSession spark) {
        TableFile.writeText(folder, "stay.csv", "id,day,ward\n1,2020-02-29,east\n--,2020-03-01,west\n");
        assertThat(read(spark)).containsExactly("-- 2020-03-01 west - -", "1 2020-02-29 east - -");
    }

    @ParameterizedTest
    @CsvSource({
        "25MAY1990, 1990-05-25",
        "25may1990:00:00:00, 1990-05-25",
        "25MAY1990:23:59:59.123, 1990-05-25",
        "25-Dec-1990 08:30:00, 1990-12-25",
        "1JAN2020, 2020-01-01",
        "29FEB2019, -",
        "25MAY90, -",
        "25ANF1990, -",
        "25MAY1990x, -",
        "., -",
    })
    void daysWithNamedMonthsAreRead(String written, String day, SparkSession spark) {
        TableFile.writeText(folder, "stay.csv", "id,day,ward,cost\n1," + written + ",.,.\n");
        assertThat(read(spark)).containsExactly("1 " + day + " - - -");
    }

    @Test
    void quotedHeadersAndCellsAreRead(SparkSession spark) {
        TableFile.writeText(
                folder, "stay.csv", "\"ID\",\"Day\",\"ward\"\n\"1\",\"2020-02-29\",\"east, \"\"old\"\"\"\n");
        assertThat(read(spark)).containsExactly("1 2020-02-29 east, \"old\" - -");
    }

    @Test
    void filesOfOneTableMayOrderTheirColumnsDifferently(SparkSession spark) {
        TableFile.write(folder, "stay/a.csv", PICTURE);
        TableFile.write(folder, "stay/b.csv", """
                extra | ward | id | cost | day
                x     | west | 2  | 9    | 2020-03-01""");
        TableFile.write(folder, "stay/c.csv", PICTURE.replace("1  |", "3  |"));
        assertThat(read(spark)).containsExactly(ROW, "2 2020-03-01 west - 9.0", "3 2020-02-29 east 7 1.5");
    }

    @Test
    void hiddenFilesArePassedOver(SparkSession spark) {
        TableFile.write(folder, "stay/a.csv", PICTURE);
        TableFile.writeText(folder, "stay/_SUCCESS", "");
        TableFile.writeText(folder, "stay/.a.csv.tmp", "nonsense");
        TableFile.writeText(folder, ".stay.csv", "nonsense");
        assertThat(read(spark)).containsExactly(ROW);
    }

    @Test
    void aDateIsTheDayAsWritten(SparkSession spark) {
        TableFile.write(folder, "stay.csv", """
                id | day
                01 | 2020-02-29
                02 | 20200229
                03 | 2020-02-29 23:59:59
                04 | 2020-02-29T23:59:59.123Z
                05 | 2020-02-29T00:30:00+14:00
                06 | 2020-02-29 23:30:00-11:00
                07 | 2021-02-29
                08 | 2020-2-29
                09 | 29.02.2020
                10 | 2020-02-29x
                11 | 20201301
                12 | 1e5
                13 | NA""");
        assertThat(read(spark))
                .containsExactly(
                        "01 2020-02-29 - - -",
                        "02 2020-02-29 - - -",
                        "03 2020-02-29 - - -",
                        "04 2020-02-29 - - -",
                        "05 2020-02-29 - - -",
                        "06 2020-02-29 - - -",
                        "07 - - - -",
                        "08 - - - -",
                        "09 - - - -",
                        "10 - - - -",
                        "11 - - - -",
                        "12 - - - -",
                        "13 - - - -");
    }

    @Test
    void everyWordForNothingIsNull(SparkSession spark) {
        List<String> nothings = List.of("", "\"\"", "NA", "NULL", "null", "\\N", " ");
        String lines = nothings.stream()
                .map("1,%1$s,%1$s,%1$s,%1$s\n"::formatted)
                .collect(Collectors.joining("", "id,day,ward,beds,cost\n", ""));
        TableFile.writeText(folder, "stay.csv", lines);
        assertThat(read(spark)).hasSize(nothings.size()).containsOnly("1 - - - -");
    }

    @Test
    void numbersAreExactOrNull(SparkSession spark) {
        List<String> texts = List.of(
                "9007199254740993",
                "-3210373572193940992",
                "12.0",
                "12.5",
                "a-1",
                "007",
                "1e2",
                "NaN",
                "1e999",
                "1 2",
                "99999999999999999999");
        String lines = texts.stream()
                .map("%1$s,,%1$s,%1$s\n"::formatted)
                .collect(Collectors.joining("", "id,day,beds,cost\n", ""));
        TableFile.writeText(folder, "stay.csv", lines);
        // Identifier, day, ward, whole number, number.
        assertThat(read(spark))
                .containsExactlyInAnyOrder(
                        "9007199254740993 - - 9007199254740993 9.007199254740992E15",
                        "-3210373572193940992 - - -3210373572193940992 -3.210373572193941E18",
                        "12 - - 12 12.0",
                        "12.5 - - - 12.5",
                        "a-1 - - - -",
                        "007 - - 7 7.0",
                        "1e2 - - - 100.0",
                        "NaN - - - -",
                        "1e999 - - - -",
                        "1 2 - - - -",
                        "99999999999999999999 - - - 1.0E20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1L, DATE'2020-02-29', 'east', 7, 1.5D",
                "'1', '2020-02-29', 'east', '7', '1.5'",
                "1.0D, TIMESTAMP'2020-02-29 23:59:59', 'east', 7.0D, CAST(1.5 AS FLOAT)",
                "CAST(1 AS DECIMAL(38,0)), TIMESTAMP_NTZ'2020-02-29 23:59:59', 'east', CAST(7 AS SMALLINT), 1.5",
                "CAST(1 AS DECIMAL(20,2)), 20200229, 'east', CAST(7 AS DECIMAL(10,0)), '1.5'",
            })
    void everyParquetTypeIsRead(String values, SparkSession spark) {
        spark.sql("SELECT * FROM VALUES (" + values + ") AS t(ID, Day, WARD, beds, cost)")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("stay.parquet").toString());
        assertThat(read(spark)).containsExactly(ROW);
    }

    @Test
    void oldTimestampsAndAnotherSessionZoneDoNotMoveTheDay(SparkSession spark) {
        spark.conf().set("spark.sql.parquet.outputTimestampType", "INT96");
        try {
            spark.sql("SELECT 1 AS id, TIMESTAMP'2020-02-29 00:00:00' AS daytime")
                    .coalesce(1)
                    .write()
                    .parquet(folder.resolve("stay").toString());
            spark.conf().set("spark.sql.session.timeZone", "America/Los_Angeles");
            assertThat(read(spark)).containsExactly("1 2020-02-29 - - -");
        } finally {
            spark.conf().set("spark.sql.session.timeZone", "UTC");
            spark.conf().unset("spark.sql.parquet.outputTimestampType");
        }
    }

    @Test
    void nanosecondsAreDaysToo(SparkSession spark) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT 1 AS id, TIMESTAMP_NS '1969-12-31 23:59:59.999' AS day UNION ALL "
                    + "SELECT 2, TIMESTAMP_NS '2020-02-29 00:00:00') TO '" + folder.resolve("stay.parquet")
                    + "' (FORMAT parquet)");
        }
        assertThat(read(spark)).containsExactly("1 1969-12-31 - - -", "2 2020-02-29 - - -");
    }

    @Test
    void partsOfOneTableMayDifferInType(SparkSession spark) {
        String[] rows = {"1L, DATE'2020-02-29', 'east', 7, 1.5D", "2, '2020-03-01', 'west', '8', 2.5"};
        for (int part = 0; part < rows.length; part++) {
            spark.sql("SELECT * FROM VALUES (" + rows[part] + ") AS t(id, day, ward, beds, cost)")
                    .coalesce(1)
                    .write()
                    .parquet(folder.resolve("stay/part=" + part).toString());
        }
        assertThat(read(spark)).containsExactly(ROW, "2 2020-03-01 west 8 2.5");
    }

    @Test
    void aTableInTwoFormsIsRefused(SparkSession spark) {
        TableFile.write(folder, "stay.csv", PICTURE);
        TableFile.write(folder, "STAY/part.csv", PICTURE);
        assertThat(problems(spark)).contains("the table stay is there more than once: STAY, stay.csv");
    }

    @Test
    void aFormatThatTheJobNamesHidesTheOther(SparkSession spark) {
        TableFile.write(folder, "stay.csv", PICTURE);
        TableFile.writeText(folder, "stay.parquet", "nonsense");
        ExtractTables tables = new ExtractTables(folder, FileFormat.CSV, null, new Configuration());
        assertThat(tables.read(spark, SHAPE)).isPresent();
        assertThat(tables.problems()).isEmpty();
    }

    @Test
    void missingColumnsAreToldAllAtOnce(SparkSession spark) {
        TableFile.writeText(folder, "stay.csv", "ward,beds\nsecret,7\n");
        assertThat(problems(spark)).isEqualTo("<folder>/stay.csv: the table stay lacks day or daytime; id");
    }

    @Test
    void aSingleColumnHintsAtTheDelimiter(SparkSession spark) {
        TableFile.writeText(folder, "stay.csv", "id:day\nsecret:7\n");
        assertThat(problems(spark))
                .contains("the delimiter is probably wrong (used ',')")
                .doesNotContain("secret");
    }

    @Test
    void aDelimiterThatTheJobNamesIsUsed(SparkSession spark) {
        TableFile.writeText(folder, "stay.csv", "id^day\n1^2020-02-29\n");
        ExtractTables tables = new ExtractTables(folder, FileFormat.DETECTED, '^', new Configuration());
        assertThat(tables.read(spark, SHAPE).orElseThrow().count()).isEqualTo(1);
    }

    @Test
    void columnsThatDifferInCaseOnlyAreRefused(SparkSession spark) {
        TableFile.writeText(folder, "stay.csv", "id,day,ID,other,Other\n1,2020-02-29,2,3,4\n");
        assertThat(problems(spark))
                .isEqualTo("<folder>/stay.csv: columns that are there twice when case is ignored: id");
    }

    @Test
    void damagedFilesAreNamedWithoutTheirBytes(SparkSession spark) throws IOException {
        spark.sql("SELECT 'secret' AS id, DATE'2020-02-29' AS day")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("other").toString());
        byte[] whole;
        try (var files = Files.list(folder.resolve("other"))) {
            whole = Files.readAllBytes(files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
        Files.createDirectory(folder.resolve("stay"));
        Files.write(folder.resolve("stay/cut.parquet"), Arrays.copyOf(whole, whole.length - 4));
        Files.write(folder.resolve("stay/text.parquet"), "id,day,secret".getBytes(StandardCharsets.UTF_8));
        assertThat(problems(spark).lines().toList())
                .containsExactly(
                        "<folder>/stay/cut.parquet: the file cannot be read: it is damaged, cut off or not what its name"
                                + " says",
                        "<folder>/stay/text.parquet: the file cannot be read: it is damaged, cut off or not what its"
                                + " name says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stay.csv", "stay.parquet", "stay/part-1.parquet"})
    void aFileOfNoBytesIsRefused(String file, SparkSession spark) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.createFile(folder.resolve(file));
        assertThat(problems(spark)).startsWith("<folder>/" + file + ": the file is empty");
    }

    @Test
    void gzippedFilesThatAreNoneAreRefused(SparkSession spark) throws IOException {
        Files.writeString(folder.resolve("stay.csv.gz"), "id,day\nsecret,2020-02-29\n");
        assertThat(problems(spark)).contains("cannot be read").doesNotContain("secret");
    }

    @Test
    void anEndingInCapitalsThatTheReaderWouldNotKnowIsRefused(SparkSession spark) {
        TableFile.write(folder, "STAY.CSV.GZ", PICTURE);
        assertThat(problems(spark)).contains("must end in .gz in lower case");
    }

    @Test
    void aMissingFolderIsOneProblem() {
        folder = folder.resolve("nowhere");
        assertThat(tables().problems())
                .containsExactly(new Problem(folder.toString(), "the folder does not exist or cannot be listed"));
    }
}
