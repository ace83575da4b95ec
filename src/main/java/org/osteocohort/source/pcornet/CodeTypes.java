package org.osteocohort.source.pcornet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.EventDomain;

/**
 * What the type columns say of the code beside them. A type that is absent or not known leaves the question to the
 * code's shape; a type of which no code set has codes (ICD-11, revenue codes, "other") makes the code nobody's.
 */
final class CodeTypes {
    /** No information, unknown. */
    private static final Object[] NOT_TOLD = {"NI", "UN", ""};

    private static final Map<String, Vocabulary> DIAGNOSIS = Map.of(
            "09", Vocabulary.ICD9CM,
            "9", Vocabulary.ICD9CM,
            "10", Vocabulary.ICD10CM,
            "SM", Vocabulary.SNOMEDCT);
    /** C4 and HC are what older versions split CH into. */
    private static final Map<String, Vocabulary> PROCEDURE = Map.of(
            "09", Vocabulary.ICD9PROC,
            "9", Vocabulary.ICD9PROC,
            "10", Vocabulary.ICD10PCS,
            "C4", Vocabulary.CPT,
            "HC", Vocabulary.HCPCS,
            "LC", Vocabulary.LOINC,
            "SM", Vocabulary.SNOMEDCT);

    private static final Map<String, Vocabulary> DRUG = Map.of("RX", Vocabulary.RXNORM, "ND", Vocabulary.NDC);
    private static final Map<String, Vocabulary> OBSERVATION =
            Map.of("LC", Vocabulary.LOINC, "SM", Vocabulary.SNOMEDCT);
    private static final Map<String, Vocabulary> GENERAL = general();

    /** The type of the codes of CPT and HCPCS together; the letter before four digits tells HCPCS. */
    private static final String PROCEDURES_OF_BOTH = "CH";

    private static final String HCPCS_SHAPE = "^[A-Za-z][0-9]{4}$";

    private final Column type;
    private final Column code;
    private final Map<String, Vocabulary> vocabularies;
    private final boolean holdsProcedures;

    private CodeTypes(String type, String code, Map<String, Vocabulary> vocabularies, boolean holdsProcedures) {
        this.type = upper(col(type));
        this.code = col(code);
        this.vocabularies = new LinkedHashMap<>(vocabularies);
        this.holdsProcedures = holdsProcedures;
    }

    private static Map<String, Vocabulary> general() {
        Map<String, Vocabulary> types = new LinkedHashMap<>(OBSERVATION);
        types.putAll(DRUG);
        types.put("09DX", Vocabulary.ICD9CM);
        types.put("10DX", Vocabulary.ICD10CM);
        types.put("09PX", Vocabulary.ICD9PROC);
        types.put("10PX", Vocabulary.ICD10PCS);
        return types;
    }

    static CodeTypes diagnoses(String type, String code) {
        return new CodeTypes(type, code, DIAGNOSIS, false);
    }

    static CodeTypes procedures(String type, String code) {
        return new CodeTypes(type, code, PROCEDURE, true);
    }

    static CodeTypes drugs(String type, String code) {
        return new CodeTypes(type, code, DRUG, false);
    }

    static CodeTypes observations(String type, String code) {
        return new CodeTypes(type, code, OBSERVATION, false);
    }

    /** The codes of OBS_GEN, which may be of any sort. */
    static CodeTypes general(String type, String code) {
        return new CodeTypes(type, code, GENERAL, true);
    }

    /** Name of the vocabulary; null when the type does not tell. */
    Column vocabulary() {
        Column vocabulary = lit(null).cast(DataTypes.StringType);
        for (Map.Entry<String, Vocabulary> entry : vocabularies.entrySet()) {
            vocabulary =
                    when(type.equalTo(entry.getKey()), entry.getValue().name()).otherwise(vocabulary);
        }
        if (holdsProcedures) {
            Column ofBoth =
                    when(code.rlike(HCPCS_SHAPE), Vocabulary.HCPCS.name()).otherwise(Vocabulary.CPT.name());
            vocabulary = when(type.equalTo(PROCEDURES_OF_BOTH), ofBoth).otherwise(vocabulary);
        }
        return vocabulary;
    }

    /** The code, where it is one of a vocabulary that code sets know or may know. */
    Column code() {
        Column usable = type.isNull().or(type.isin(NOT_TOLD)).or(vocabulary().isNotNull());
        return when(usable, code);
    }

    /** What sort of fact a code of OBS_GEN is. */
    Column domain() {
        return when(type.isin("09DX", "10DX"), EventDomain.CONDITION.name())
                .when(type.isin("09PX", "10PX", PROCEDURES_OF_BOTH), EventDomain.PROCEDURE.name())
                .when(type.isin("RX", "ND"), EventDomain.DRUG.name())
                .otherwise(EventDomain.OBSERVATION.name());
    }
}
