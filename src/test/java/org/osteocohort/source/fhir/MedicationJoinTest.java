package org.osteocohort.source.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osteocohort.source.files.TextLine;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;
import org.osteocohort.testkit.SparkExtension;

@ExtendWith(SparkExtension.class)
class MedicationJoinTest {
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    /** The lines of the records, sorted, each with the drug of the resource it came together with. */
    private static List<String> joined(SparkSession spark, List<String> records, List<String> medications) {
        return new MedicationJoin(spark, CodeBook.withoutVocabulary(FhirLines.CODE_SETS))
                .of(lines(spark, records), lines(spark, medications)).collect().stream()
                        .map(line -> line.line().number() + " " + drawn(line.medication()))
                        .sorted()
                        .toList();
    }

    private static JavaRDD<TextLine> lines(SparkSession spark, List<String> texts) {
        List<TextLine> lines = IntStream.range(0, texts.size())
                .mapToObj(place ->
                        new TextLine("a.ndjson", place + 1L, texts.get(place).replace('\'', '"')))
                .toList();
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(lines, 2);
    }

    private static String drawn(Medication medication) {
        if (medication == null) {
            return "-";
        }
        JudgedCode drug = medication.drug();
        return drug == null
                ? "another drug"
                : Stream.of(drug.code(), drug.resolution(), drug.formRoute(), drug.strengthMilligrams())
                        .map(String::valueOf)
                        .reduce((left, right) -> left + " " + right)
                        .orElseThrow();
    }

    private static String pointing(String type, String id) {
        return "{'resourceType':'" + type + "','id':'r','medicationReference':{'reference':'" + id + "'}}";
    }

    private static String medication(String id, String parts) {
        return "{'resourceType':'Medication','id':'" + id + "'," + parts + "}";
    }

    private static String coded(String code, String name) {
        return "'code':{'coding':[{'system':'" + RXNORM + "','code':'" + code + "','display':'" + name + "'}]}";
    }

    @Test
    void eachRecordGetsWhatItPointsToAndEveryLineStays(SparkSession spark) {
        assertThat(joined(
                        spark,
                        List.of(
                                pointing("MedicationRequest", "Medication/asked"),
                                pointing("MedicationDispense", "https://x.example/Medication/asked/_history/2"),
                                pointing("MedicationAdministration", "Medication/other"),
                                pointing("MedicationStatement", "Medication/nothing"),
                                pointing("MedicationRequest", "Medication/nowhere"),
                                pointing("MedicationRequest", "#asked"),
                                pointing("MedicationRequest", "Substance/asked"),
                                pointing("Condition", "Medication/asked"),
                                "{'resourceType':'MedicationRequest','medicationCodeableConcept':{'text':'x'},"
                                        + "'medicationReference':{'reference':'Medication/asked'}}",
                                "no JSON medicationReference"),
                        List.of(
                                medication("asked", coded("8640", "prednisone 5 MG Oral Tablet")),
                                medication("other", "'code':{'text':'amoxicillin'}"),
                                medication("nothing", "'status':'active'"),
                                "no JSON",
                                "{'resourceType':'Medication'," + coded("8640", "without an id") + "}")))
                .containsExactly(
                        "1 8640 SOURCE_CODE ORAL 5.0",
                        "10 -",
                        "2 8640 SOURCE_CODE ORAL 5.0",
                        "3 another drug",
                        "4 -",
                        "5 -",
                        "6 -",
                        "7 -",
                        "8 -",
                        "9 -");
    }

    @Test
    void ofSeveralWithOneIdTheOneTheStudyAsksForIsTheOneAndTheFirstByContent(SparkSession spark) {
        List<String> records = List.of(pointing("MedicationRequest", "Medication/m"));
        String asked = medication("m", coded("8640", "prednisone"));
        String stronger = medication("m", coded("8640", "prednisone 5 MG Oral Tablet"));
        String other = medication("m", "'code':{'text':'amoxicillin'}");
        List<String> one = joined(spark, records, List.of(other, stronger, asked));
        assertThat(joined(spark, records, List.of(asked, stronger, other))).isEqualTo(one);
        assertThat(one).containsExactly("1 8640 SOURCE_CODE null null");
    }

    @Test
    void aResourceForEachRecordFindsItsOwn(SparkSession spark) {
        List<String> records = IntStream.range(0, 500)
                .mapToObj(order -> pointing("MedicationRequest", "Medication/" + order))
                .toList();
        List<String> medications = IntStream.range(0, 500)
                .mapToObj(order -> medication(
                        String.valueOf(order), coded("8640", "prednisone " + (order + 1) + " MG Oral Tablet")))
                .toList();
        assertThat(joined(spark, records, medications))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 500)
                        .mapToObj(line -> line + " 8640 SOURCE_CODE ORAL " + (double) line)
                        .toList());
    }
}
