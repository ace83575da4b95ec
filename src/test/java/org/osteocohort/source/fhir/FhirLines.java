package org.osteocohort.source.fhir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.files.TextLine;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.testkit.CodeRows;
import org.osteocohort.testkit.RowPicture;

/** Reads NDJSON lines without Spark and draws the canonical rows that come out. */
final class FhirLines {
    static final CodeSets CODE_SETS = CodeRows.of("""
            ICD10CM  | S52       | prefix
            ICD10CM  | E55       | prefix
            ICD9CM   | 813       | prefix
            ICD9PROC | 88.98     | exact
            ICD10PCS | BR0GZZ1   | exact
            SNOMEDCT | 65966004  | descendants | fracture of forearm
            RXNORM   | 8640      | ingredient  | prednisone
            HCPCS    | J3489     | exact
            CPT      | 77080     | exact
            LOINC    | 85394-5   | exact
            LOINC    | 1989-3    | exact
            ATC      | H02AB     | class
            LOCAL    | TBLH_Z    | exact""");

    private static final List<String> PARTS = List.of(
            CanonicalRows.PATIENT,
            CanonicalRows.OBSERVATION,
            CanonicalRows.VISIT,
            CanonicalRows.DEATH_DATE,
            CanonicalRows.EVENT);

    private FhirLines() {}

    /** All rows of the lines, those of faults included. */
    static List<Row> read(String lines) {
        ResourceReader reader = new ResourceReader(
                new Subjects("North"),
                CodeBook.withoutVocabulary(CODE_SETS),
                Set.of(VisitKind.INPATIENT, VisitKind.EMERGENCY));
        AtomicLong number = new AtomicLong();
        Iterator<Row> found = new ResourceRows(
                lines.lines()
                        .map(line ->
                                ResourceLine.alone(new TextLine("some file.ndjson", number.incrementAndGet(), line)))
                        .iterator(),
                reader,
                "North");
        List<Row> rows = new ArrayList<>();
        found.forEachRemaining(rows::add);
        return rows;
    }

    /** The rows of a part, drawn with these columns; {@code patient_id} and {@code table} are some of any part. */
    static String draw(String lines, String part, String columns) {
        List<String> chosen =
                Arrays.stream(columns.split("\\|")).map(String::strip).toList();
        List<String> drawn = new ArrayList<>(List.of(String.join(" | ", chosen)));
        for (Row row : read(lines)) {
            Object value = row.get(CanonicalRows.SCHEMA.fieldIndex(part));
            if (value != null) {
                drawn.add(chosen.stream().map(column -> text(row, part, column)).collect(Collectors.joining(" | ")));
            }
        }
        return String.join("\n", drawn);
    }

    private static String text(Row row, String part, String column) {
        Object value = row.get(CanonicalRows.SCHEMA.fieldIndex(part));
        Object cell = value;
        if (column.equals(CanonicalRows.PATIENT_ID)) {
            cell = row.getString(0);
        } else if (column.equals("table")) {
            cell = row.getStruct(CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.ORIGIN))
                    .getString(CanonicalRows.ORIGIN_TYPE.fieldIndex(column));
        } else if (value instanceof Row fields) {
            StructType type = (StructType) CanonicalRows.SCHEMA.apply(part).dataType();
            cell = fields.get(type.fieldIndex(column));
        }
        return cell == null ? "-" : cell.toString();
    }

    static String events(String lines, String columns) {
        return draw(lines, CanonicalRows.EVENT, columns);
    }

    /** What cannot be used: file, line, resource type, element and rule. */
    static String faults(String lines) {
        List<String> drawn = new ArrayList<>(List.of("file | line | type | element | rule"));
        for (Row row : read(lines)) {
            if (!row.isNullAt(CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.FAULT))) {
                Row origin = row.getStruct(CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.ORIGIN));
                Row fault = row.getStruct(CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.FAULT));
                drawn.add(Stream.of(origin.get(2), origin.get(3), origin.get(1), fault.get(0), fault.get(1))
                        .map(cell -> cell == null ? "-" : cell.toString())
                        .collect(Collectors.joining(" | ")));
            }
        }
        return String.join("\n", drawn);
    }

    /** How many rows of each part there are, in the order of the shape. */
    static String counts(String lines) {
        List<Row> rows = read(lines);
        return PARTS.stream()
                .map(part -> part + " "
                        + rows.stream()
                                .filter(row -> !row.isNullAt(CanonicalRows.SCHEMA.fieldIndex(part)))
                                .count())
                .collect(Collectors.joining(", "));
    }

    static String picture(String text) {
        return RowPicture.plain(text);
    }
}
