package org.osteocohort.source.fhir;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.source.files.TextLine;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;
import org.osteocohort.source.vocabulary.JudgedRow;

/**
 * Brings drug records together with the Medication resources that they point to. Hospitals write one for each order, so
 * that there may be as many as records: they are joined, and no task holds them all.
 */
final class MedicationJoin {
    private static final String ID = "id";
    private static final String MEDICATION = "medication";
    private static final String POINTS_TO = "points_to";

    /** What resources tell. Of several with one id one that the study asks for comes first, as false does. */
    private static final StructType RESOURCES = new StructType()
            .add(ID, DataTypes.StringType)
            .add("of_no_interest", DataTypes.BooleanType)
            .add("drug", JudgedRow.TYPE);

    private static final StructType RECORDS = new StructType()
            .add(POINTS_TO, DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("number", DataTypes.LongType)
            .add("text", DataTypes.StringType);

    private final SparkSession spark;
    private final CodeBook book;

    MedicationJoin(SparkSession spark, CodeBook book) {
        this.spark = spark;
        this.book = book;
    }

    /**
     * The lines of the first files, each once.
     *
     * @param records of files in which drug records may stand
     * @param medications of files in which Medication resources may stand
     */
    JavaRDD<ResourceLine> of(JavaRDD<TextLine> records, JavaRDD<TextLine> medications) {
        JavaRDD<ResourceLine> alone =
                records.filter(line -> pointsTo(line).isEmpty()).map(ResourceLine::alone);
        JavaRDD<Row> pointing = records.flatMap(MedicationJoin::pointing);
        JavaRDD<ResourceLine> joined = spark.createDataFrame(pointing, RECORDS)
                .join(resources(medications), col(POINTS_TO).equalTo(col(ID)), "left_outer")
                .select("file", "number", "text", MEDICATION)
                .javaRDD()
                .map(MedicationJoin::line);
        return alone.union(joined);
    }

    private static Iterator<Row> pointing(TextLine line) {
        return pointsTo(line).map(id -> RowFactory.create(id, line.file(), line.number(), line.text())).stream()
                .iterator();
    }

    private static Optional<String> pointsTo(TextLine line) {
        return line.text().contains(MedicationJudge.REFERENCE)
                ? ResourceReader.resource(line, EventType::isDrugRecord).flatMap(MedicationJudge::pointsTo)
                : Optional.empty();
    }

    /** A row for each id; of several resources with one id the first by content, which is the same every time. */
    private Dataset<Row> resources(JavaRDD<TextLine> lines) {
        Broadcast<CodeBook> carried =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(book);
        JavaRDD<Row> rows = lines.flatMap(line -> resource(line, new MedicationJudge(carried.value())));
        return spark.createDataFrame(rows, RESOURCES)
                .groupBy(ID)
                .agg(min(struct("of_no_interest", "drug")).as(MEDICATION));
    }

    private static Iterator<Row> resource(TextLine line, MedicationJudge judge) {
        return ResourceReader.resource(line, MedicationJudge.TYPE::equals)
                .filter(resource -> Json.text(resource, ID) != null)
                .flatMap(resource -> judge.ofResource(resource).map(told -> row(Json.text(resource, ID), told.drug())))
                .stream()
                .iterator();
    }

    private static Row row(String id, JudgedCode drug) {
        return RowFactory.create(id, drug == null, drug == null ? null : JudgedRow.of(drug));
    }

    private static ResourceLine line(Row joined) {
        TextLine line = new TextLine(joined.getString(0), joined.getLong(1), joined.getString(2));
        return new ResourceLine(line, joined.isNullAt(3) ? null : medication(joined.getStruct(3)));
    }

    private static Medication medication(Row told) {
        return new Medication(told.isNullAt(1) ? null : JudgedRow.code(told.getStruct(1)));
    }
}
