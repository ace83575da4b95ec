package org.osteocohort.source.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/** One pass over the files with Medication resources, for records that point to them; only what matters is brought. */
final class MedicationScan {
    private static final StructType FOUND = new StructType()
            .add("id", DataTypes.StringType)
            .add("vocabulary", DataTypes.StringType)
            .add("code", DataTypes.StringType)
            .add("matched_by", DataTypes.StringType)
            .add("resolution", DataTypes.StringType)
            .add("form_route", DataTypes.StringType)
            .add("strength_milligrams", DataTypes.DoubleType);

    private final CodeBook book;

    MedicationScan(CodeBook book) {
        this.book = book;
    }

    /** What each resource stands for, by id; of those with one id the first in the order of their content. */
    HashMap<String, JudgedCode> read(SparkSession spark, List<String> files) {
        HashMap<String, JudgedCode> medications = new HashMap<>();
        if (files.isEmpty()) {
            return medications;
        }
        Broadcast<CodeBook> carried =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(book);
        FlatMapFunction<String, Row> found =
                line -> found(line, carried.value()).iterator();
        List<Row> rows = new ArrayList<>(FhirSource.lines(spark, files.toArray(String[]::new))
                .flatMap(found, Encoders.row(FOUND))
                .collectAsList());
        rows.sort((first, second) -> first.toString().compareTo(second.toString()));
        rows.forEach(row -> medications.putIfAbsent(row.getString(0), code(row)));
        return medications;
    }

    private static List<Row> found(String line, CodeBook book) {
        MedicationJudge judge = new MedicationJudge(book, Map.of());
        return ResourceReader.resource(line, MedicationJudge.TYPE)
                .filter(medication -> Json.text(medication, "id") != null)
                .flatMap(medication ->
                        judge.ofMedication(medication).map(code -> row(Json.text(medication, "id"), code)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Row row(String id, JudgedCode code) {
        return RowFactory.create(
                id,
                code.vocabulary().name(),
                code.code(),
                code.matchedBy(),
                code.resolution().name(),
                Optional.ofNullable(code.formRoute()).map(DrugRoute::name).orElse(null),
                code.strengthMilligrams());
    }

    private static JudgedCode code(Row row) {
        return new JudgedCode(
                Vocabulary.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                CodeResolution.valueOf(row.getString(4)),
                row.isNullAt(5) ? null : DrugRoute.valueOf(row.getString(5)),
                row.isNullAt(6) ? null : row.getDouble(6));
    }
}
