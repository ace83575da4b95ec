package org.osteocohort.source.synthea;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.codes.Vocabulary;

/** What the column SYSTEM of newer versions says: a FHIR address in some, a plain name in others. */
final class CodeSystems {
    /** In lower case, letters and digits only. */
    private static final Map<Vocabulary, List<String>> NAMES = Map.of(
            Vocabulary.SNOMEDCT, List.of("snomedct", "snomed", "httpsnomedinfosct"),
            Vocabulary.ICD10CM, List.of("icd10cm", "icd10", "httphl7orgfhirsidicd10cm"),
            Vocabulary.ICD9CM, List.of("icd9cm", "icd9", "httphl7orgfhirsidicd9cm"),
            Vocabulary.CPT, List.of("cpt", "cpt4", "httpwwwamaassnorggocpt"),
            Vocabulary.HCPCS, List.of("hcpcs", "httpwwwcmsgovmedicarecodinghcpcsreleasecodesets"),
            Vocabulary.ICD10PCS, List.of("icd10pcs", "httphl7orgfhirsidicd10pcs"),
            Vocabulary.LOINC, List.of("loinc", "httploincorg"),
            Vocabulary.RXNORM, List.of("rxnorm", "httpwwwnlmnihgovresearchumlsrxnorm"));

    private CodeSystems() {}

    /**
     * Name of the vocabulary; null for a system that no code set knows.
     *
     * @param system null where the version has no such column
     */
    static Column vocabulary(Column system, Vocabulary usual) {
        Column name = regexp_replace(lower(system), "[^a-z0-9]", "");
        Column vocabulary = lit(null).cast(DataTypes.StringType);
        for (Map.Entry<Vocabulary, List<String>> entry : NAMES.entrySet()) {
            vocabulary = when(
                            name.isin(entry.getValue().toArray()),
                            entry.getKey().name())
                    .otherwise(vocabulary);
        }
        return when(system.isNull(), usual.name()).otherwise(vocabulary);
    }
}
