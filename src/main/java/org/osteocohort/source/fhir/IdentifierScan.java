package org.osteocohort.source.fhir;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.min;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.source.files.TextLine;

/** The identifiers of patients, for extracts that name patients by them; one that two patients share names nobody. */
final class IdentifierScan {
    static final String NAMED = "named";
    static final String OWNER = "owner";

    private static final StructType PAIRS =
            new StructType().add(NAMED, DataTypes.StringType).add(OWNER, DataTypes.StringType);

    private final Subjects subjects;

    IdentifierScan(Subjects subjects) {
        this.subjects = subjects;
    }

    /** One row for each identifier: the patient_id under which rows name it, and the patient's own. */
    Dataset<Row> read(SparkSession spark, JavaRDD<TextLine> lines) {
        Subjects carried = subjects;
        JavaRDD<Row> pairs = lines.flatMap(line -> pairs(line, carried).iterator());
        return spark.createDataFrame(pairs, PAIRS)
                .groupBy(NAMED)
                .agg(min(OWNER).as(OWNER), count_distinct(col(OWNER)).as("owners"))
                .filter(col("owners").equalTo(1))
                .select(NAMED, OWNER);
    }

    private static List<Row> pairs(TextLine line, Subjects subjects) {
        List<Row> pairs = new ArrayList<>();
        ResourceReader.resource(line, PatientReader.TYPE::equals).ifPresent(patient -> {
            String id = Json.text(patient, "id");
            for (JsonNode identifier : Json.list(patient, "identifier")) {
                String value = Json.text(identifier, "value");
                if (id != null && value != null) {
                    String owner = subjects.patientId(id);
                    Reference.identifier(identifier)
                            .ifPresent(full -> pairs.add(RowFactory.create(subjects.byIdentifier(full), owner)));
                    // A reference may name the value alone.
                    pairs.add(RowFactory.create(subjects.byIdentifier(value), owner));
                }
            }
        });
        return pairs;
    }
}
