package org.osteocohort.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.SpoiledExtract;
import org.osteocohort.testkit.UnpackedBundles;

/** Two records of a drug that nobody can tell, among a hundred of one that the study asks for; without a vocabulary. */
@ExtendWith(SparkExtension.class)
class UnmappedDrugsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            OMOP    | drug_exposure     | 9,770001,2017-04-07,2017-05-06,00054001820,30 | drug_concept_id
            PCORNET | prescribing       | 9,770001,07APR2017,999999,30,                 | rxnorm_cui
            SYNTHEA | medications       | 2017-04-07T08:00:00Z,,770001,9,999999,        | code
            FHIR    | MedicationRequest | {"resourceType":"MedicationRequest","id":"9","subject":{"reference":"Patient/770001"},"medicationCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/ndc","code":"00054-0018-20"}]}} | medication[x]
            """)
    void theyAreCountedAndNothingElse(
            ExtractFormat format, String table, String line, String column, SparkSession spark, @TempDir Path folder)
            throws Exception {
        SpoiledExtract extract = new SpoiledExtract(folder, format, table);
        ObjectMapper json = new ObjectMapper();
        extract.spoil(json.createObjectNode().put("append", line).put("times", 2));
        // A line of which nobody can tell anything is of no drug.
        extract.spoil(json.createObjectNode().put("append", "\"" + line));
        Dataset<Row> rows = Extracts.read(
                List.of(new Extract("North", format, folder, FileFormat.DETECTED, null, null)),
                ShippedStudy.CODE_SETS,
                spark);
        List<String> ofTable = UnpackedBundles.texts(Bundles.of(rows)).stream()
                .filter(row -> row.contains(",[" + table + ","))
                .toList();
        String file = table + (format == ExtractFormat.FHIR ? ".ndjson" : ".csv");
        assertThat(ofTable.stream().filter(row -> row.startsWith("North:"))).hasSize(100);
        assertThat(ofTable.stream().filter(row -> row.contains("unmapped_drug")))
                .containsExactly("null,North," + file + ",[" + table + ",null,null,null,null,null,null,[" + column
                        + ",unmapped_drug,2]]");
    }
}
