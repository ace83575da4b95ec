package org.osteocohort.testkit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osteocohort.job.ExtractFormat;

/**
 * Extracts of 100 children as text files, one in each format. Every child is born on 2 March 2010, observed from 2013 to
 * 2023, and has one row in each table; 25 died on 30 January 2021.
 */
final class GoodExtract {
    private static final int CHILDREN = 100;
    private static final int DEATHS = 25;
    private static final int FIRST_CHILD = 770_000;
    private static final int FIRST_ROW = 8_800_000;

    private GoodExtract() {}

    /** The texts by the name of their file. */
    static Map<String, String> files(ExtractFormat format) {
        return switch (format) {
            case OMOP -> omop();
            case FHIR -> fhir();
            case PCORNET -> pcornet();
            case SYNTHEA -> synthea();
        };
    }

    /** The tables without which a run refuses an extract. */
    static Set<String> indispensable(ExtractFormat format) {
        return switch (format) {
            case OMOP -> Set.of("person", "observation_period", "condition_occurrence");
            case FHIR -> Set.of("Patient", "Encounter", "Condition");
            case PCORNET -> Set.of("demographic", "enrollment", "diagnosis");
            case SYNTHEA -> Set.of("patients", "encounters", "conditions");
        };
    }

    /** @param row {@code $child} and {@code $row} stand for the identifiers */
    private static String lines(int count, String row) {
        IntFunction<String> line = number -> row.replace("$child", String.valueOf(FIRST_CHILD + number))
                .replace("$row", String.valueOf(FIRST_ROW + number));
        return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining("\n")) + "\n";
    }

    private static void table(Map<String, String> files, String name, String header, String row) {
        files.put(name + ".csv", header + "\n" + lines(name.equals("death") ? DEATHS : CHILDREN, row));
    }

    private static Map<String, String> omop() {
        Map<String, String> files = new TreeMap<>();
        table(
                files,
                "person",
                "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,race_concept_id,person_source_value",
                "$child,8507,2010,3,2,8527,CANARY");
        table(
                files,
                "observation_period",
                "observation_period_id,person_id,observation_period_start_date,observation_period_end_date",
                "$row,$child,2013-01-01,2023-12-31");
        table(
                files,
                "condition_occurrence",
                "condition_occurrence_id,person_id,condition_start_date,condition_source_value",
                "$row,$child,2017-04-05,M81.8");
        table(
                files,
                "measurement",
                "measurement_id,person_id,measurement_date,measurement_source_value,value_as_number,unit_source_value",
                "$row,$child,2017-04-06,85394-5,-2.5,SD");
        table(
                files,
                "drug_exposure",
                "drug_exposure_id,person_id,drug_exposure_start_date,drug_exposure_end_date,drug_source_value,days_supply",
                "$row,$child,2017-04-07,2017-05-06,prednisone 5 MG,30");
        table(files, "death", "person_id,death_date", "$child,2021-01-30");
        return files;
    }

    private static Map<String, String> fhir() {
        String subject = "'subject':{'reference':'Patient/$child'}";
        Map<String, String> files = new TreeMap<>();
        resources(files, "Patient", "'id':'$child','gender':'male','birthDate':'2010-03-02'");
        resources(
                files,
                "Encounter",
                "'id':'$row','status':'finished','class':{'code':'AMB'}," + subject
                        + ",'period':{'start':'2013-01-01','end':'2023-12-31'}");
        resources(
                files,
                "Condition",
                "'id':'$row'," + subject
                        + ",'code':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'M81.8'}]},"
                        + "'recordedDate':'2017-04-05'");
        resources(
                files,
                "Observation",
                "'id':'$row','status':'final'," + subject
                        + ",'code':{'coding':[{'system':'http://loinc.org','code':'85394-5'}]},"
                        + "'effectiveDateTime':'2017-04-06','valueQuantity':{'value':-2.5,'unit':'SD'}");
        resources(
                files,
                "MedicationRequest",
                "'id':'$row','status':'completed','intent':'order'," + subject
                        + ",'medicationCodeableConcept':{'text':'prednisone 5 MG'},'authoredOn':'2017-04-07'");
        return files;
    }

    private static void resources(Map<String, String> files, String type, String elements) {
        String line = "{'resourceType':'" + type + "'," + elements + "}";
        files.put(type + ".ndjson", lines(CHILDREN, line.replace('\'', '"')));
    }

    private static Map<String, String> pcornet() {
        Map<String, String> files = new TreeMap<>();
        table(files, "demographic", "PATID,BIRTH_DATE,SEX,HISPANIC,RACE", "$child,02MAR2010,M,N,05");
        table(files, "enrollment", "PATID,ENR_START_DATE,ENR_END_DATE,ENR_BASIS", "$child,01JAN2013,31DEC2023,I");
        table(files, "diagnosis", "DIAGNOSISID,PATID,DX,DX_TYPE,DX_DATE,ENC_TYPE", "$row,$child,M818,10,05APR2017,AV");
        table(files, "vital", "VITALID,PATID,MEASURE_DATE,HT,WT", "$row,$child,06APR2017,40,50");
        table(
                files,
                "lab_result_cm",
                "LAB_RESULT_CM_ID,PATID,LAB_LOINC,SPECIMEN_DATE,RESULT_NUM,RESULT_UNIT",
                "$row,$child,85394-5,06APR2017,-2.5,SD");
        table(
                files,
                "prescribing",
                "PRESCRIBINGID,PATID,RX_ORDER_DATE,RXNORM_CUI,RX_DAYS_SUPPLY,RAW_RX_MED_NAME",
                "$row,$child,07APR2017,312615,30,prednisone 5 MG");
        table(files, "death", "PATID,DEATH_DATE", "$child,30JAN2021");
        return files;
    }

    private static Map<String, String> synthea() {
        Map<String, String> files = new TreeMap<>();
        table(
                files,
                "patients",
                "Id,BIRTHDATE,DEATHDATE,RACE,ETHNICITY,GENDER",
                "$child,2010-03-02,,white,nonhispanic,M");
        table(
                files,
                "encounters",
                "Id,START,STOP,PATIENT,ENCOUNTERCLASS",
                "$row,2013-01-01T08:00:00Z,2023-12-31T09:00:00Z,$child,ambulatory");
        table(
                files,
                "conditions",
                "START,STOP,PATIENT,ENCOUNTER,SYSTEM,CODE,DESCRIPTION",
                "2017-04-05,,$child,$row,http://hl7.org/fhir/sid/icd-10-cm,M81.8,CANARY");
        table(
                files,
                "observations",
                "DATE,PATIENT,ENCOUNTER,CODE,DESCRIPTION,VALUE,UNITS,TYPE",
                "2017-04-06T08:00:00Z,$child,$row,85394-5,CANARY,-2.5,SD,numeric");
        table(
                files,
                "medications",
                "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION",
                "2017-04-07T08:00:00Z,2017-05-06T08:00:00Z,$child,$row,312615,prednisone 5 MG Oral Tablet");
        return files;
    }
}
