package org.osteocohort.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.SpoiledExtract;
import org.osteocohort.testkit.TableFile;

/** The good extract of the corpus of malformed inputs, looked at: 100 children with one row of each kind. */
@ExtendWith(SparkExtension.class)
class ExtractInspectionTest {
    @TempDir
    private Path folder;

    private String inspected(SparkSession spark) {
        Extract extract = new Extract("north", ExtractFormat.OMOP, folder, FileFormat.DETECTED, null, null);
        List<String> lines = ExtractInspection.of(extract, ShippedStudy.CODE_SETS, spark);
        return lines.stream().map(line -> line.strip().replaceAll(" +", " ")).collect(Collectors.joining("\n"));
    }

    @Test
    void aNewcomerSeesTablesYearsCodesAndWhatTheStudyCanUse(SparkSession spark) throws Exception {
        SpoiledExtract extract = new SpoiledExtract(folder, ExtractFormat.OMOP, "condition_occurrence");
        extract.spoil(new ObjectMapper().readTree("{\"append\": \"1,770001,2018-01-05,CANARY\"}"));
        extract.spoil(new ObjectMapper().readTree("{\"append\": \",,2018-01-05,M81.8\", \"times\": 3}"));
        extract.spoil(new ObjectMapper().readTree("{\"append\": \"2,770001,2018-01-05,S52.501A\", \"times\": 30}"));
        extract.spoil(
                new ObjectMapper()
                        .readTree(
                                "{\"inFile\": \"drug_exposure.csv\", \"append\": \"9,770001,2018-01-05,,00054001820,\", \"times\": 30}"));
        extract.spoil(
                new ObjectMapper()
                        .readTree(
                                "{\"inFile\": \"measurement.csv\", \"append\": \"9,1,2018-01-05,85394-5,-1,SD\", \"times\": 20}"));
        extract.spoil(new ObjectMapper()
                .readTree("{\"inFile\": \"condition_occurrence.csv\", \"replace\": [\"8800002,\", \"8800003,\"]}"));
        TableFile.writeText(folder, "note.csv", "note_id,note_text\n1,CANARY\n");
        assertThat(inspected(spark))
                .contains(
                        "condition_occurrence 134, asked for 133",
                        "note <11, not read",
                        "patients 100",
                        "years 2013 to 2023",
                        "condition_occurrence person_id missing <11",
                        "condition_occurrence <11 identifiers stand in rows of several persons",
                        "measurement 20 of persons whom the extract does not describe",
                        "ICD10CM, source code 130",
                        "RXNORM, name 100",
                        "drug_exposure 77 % of its rows are drugs of this study; mapped: 77 %; 30 rows are of a code that"
                                + " nobody knows and of no name",
                        "LOINC 85394-5 120, with a number 120 (bmd.lumbar_spine as bmd_zscore)",
                        "Z-scores are recorded.",
                        "fracture days <11",
                        "nothing found against limited-data-set",
                        "Warning: persons are numbered in sequence.",
                        "alone with birth year and sex 0 of the patients share both with fewer than 4 others")
                .doesNotContain("CANARY", "770001", "2018-01-05");
    }

    @Test
    void anExtractThatARunWouldRefuseIsToldWithTheReasons(SparkSession spark) throws Exception {
        SpoiledExtract extract = new SpoiledExtract(folder, ExtractFormat.OMOP, "person");
        extract.spoil(new ObjectMapper().readTree("{\"addColumn\": [\"last_name\", \"CANARY\"]}"));
        assertThat(inspected(spark))
                .contains(
                        "condition_occurrence 100",
                        "A run would refuse this extract",
                        "person.csv: column last_name would hold a name")
                .doesNotContain("CANARY", "770001");
    }
}
