package org.osteocohort.source.fhir;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.EventDomain;

/** The vocabularies behind the addresses and object identifiers by which FHIR names coding systems. */
final class CodingSystems {
    private static final String SNOMED = "http://snomed.info/sct";
    private static final Pattern HCPCS_CODE = Pattern.compile("[A-Va-v][0-9]{4}");

    /** In comparable form, see {@link #comparable}. */
    private static final Map<String, Vocabulary> BY_ADDRESS = Map.ofEntries(
            Map.entry(SNOMED, Vocabulary.SNOMEDCT),
            Map.entry("urn:oid:2.16.840.1.113883.6.96", Vocabulary.SNOMEDCT),
            Map.entry("http://hl7.org/fhir/sid/icd-10-cm", Vocabulary.ICD10CM),
            Map.entry("urn:oid:2.16.840.1.113883.6.90", Vocabulary.ICD10CM),
            // In an extract of the United States the international address is a slip of the pen.
            Map.entry("http://hl7.org/fhir/sid/icd-10", Vocabulary.ICD10CM),
            Map.entry("http://hl7.org/fhir/sid/icd-9-cm", Vocabulary.ICD9CM),
            Map.entry("http://hl7.org/fhir/sid/icd-9-cm/diagnosis", Vocabulary.ICD9CM),
            Map.entry("http://terminology.hl7.org/codesystem/icd9cm", Vocabulary.ICD9CM),
            Map.entry("urn:oid:2.16.840.1.113883.6.2", Vocabulary.ICD9CM),
            Map.entry("urn:oid:2.16.840.1.113883.6.42", Vocabulary.ICD9CM),
            Map.entry("urn:oid:2.16.840.1.113883.6.103", Vocabulary.ICD9CM),
            Map.entry("http://hl7.org/fhir/sid/icd-9-cm/procedure", Vocabulary.ICD9PROC),
            Map.entry("http://terminology.hl7.org/codesystem/icd9", Vocabulary.ICD9CM),
            Map.entry("urn:oid:2.16.840.1.113883.6.104", Vocabulary.ICD9PROC),
            Map.entry("http://www.cms.gov/medicare/coding/icd10", Vocabulary.ICD10PCS),
            Map.entry("http://hl7.org/fhir/sid/icd-10-pcs", Vocabulary.ICD10PCS),
            Map.entry("http://www.icd10data.com/icd10pcs", Vocabulary.ICD10PCS),
            Map.entry("urn:oid:2.16.840.1.113883.6.4", Vocabulary.ICD10PCS),
            Map.entry("http://loinc.org", Vocabulary.LOINC),
            Map.entry("urn:oid:2.16.840.1.113883.6.1", Vocabulary.LOINC),
            Map.entry("http://www.nlm.nih.gov/research/umls/rxnorm", Vocabulary.RXNORM),
            Map.entry("urn:oid:2.16.840.1.113883.6.88", Vocabulary.RXNORM),
            Map.entry("http://hl7.org/fhir/sid/ndc", Vocabulary.NDC),
            Map.entry("urn:oid:2.16.840.1.113883.6.69", Vocabulary.NDC),
            Map.entry("http://www.ama-assn.org/go/cpt", Vocabulary.CPT),
            Map.entry("urn:oid:2.16.840.1.113883.6.12", Vocabulary.CPT),
            Map.entry("http://www.cms.gov/medicare/coding/hcpcsreleasecodesets", Vocabulary.HCPCS),
            Map.entry("http://terminology.hl7.org/codesystem/hcpcs-all-codes", Vocabulary.HCPCS),
            Map.entry("http://terminology.hl7.org/codesystem/hcpcs", Vocabulary.HCPCS),
            Map.entry("http://hl7.org/fhir/sid/hcpcs", Vocabulary.HCPCS),
            Map.entry("urn:oid:2.16.840.1.113883.6.14", Vocabulary.HCPCS),
            Map.entry("urn:oid:2.16.840.1.113883.6.285", Vocabulary.HCPCS),
            Map.entry("http://www.whocc.no/atc", Vocabulary.ATC),
            Map.entry("urn:oid:2.16.840.1.113883.6.73", Vocabulary.ATC));

    /** Systems that no code set asks for and that are nobody's own. */
    private static final Set<String> OF_NO_INTEREST =
            Set.of("http://hl7.org/fhir/sid/cvx", "http://unitsofmeasure.org", "http://hl7.org/fhir/ndfrt");

    private CodingSystems() {}

    /**
     * The vocabulary of a code; LOCAL for a system that is not known, empty for one that says nothing here.
     *
     * @param system null when the coding has none
     * @param domain tells the two volumes of ICD-9-CM apart, which share an address
     */
    static Optional<Vocabulary> vocabulary(String system, String code, EventDomain domain) {
        String address = system == null ? "" : comparable(system);
        if (OF_NO_INTEREST.contains(address)) {
            return Optional.empty();
        }
        String known = address.startsWith(SNOMED + "/") ? SNOMED : address;
        return Optional.of(
                switch (BY_ADDRESS.getOrDefault(known, Vocabulary.LOCAL)) {
                    case ICD9CM -> domain == EventDomain.PROCEDURE ? Vocabulary.ICD9PROC : Vocabulary.ICD9CM;
                    // Claims file both levels of HCPCS, of which CPT is the first, under either address.
                    case CPT, HCPCS -> HCPCS_CODE.matcher(code).matches() ? Vocabulary.HCPCS : Vocabulary.CPT;
                    case ICD10CM -> Vocabulary.ICD10CM;
                    case ICD10PCS -> Vocabulary.ICD10PCS;
                    case ICD9PROC -> Vocabulary.ICD9PROC;
                    case SNOMEDCT -> Vocabulary.SNOMEDCT;
                    case RXNORM -> Vocabulary.RXNORM;
                    case ATC -> Vocabulary.ATC;
                    case LOINC -> Vocabulary.LOINC;
                    case NDC -> Vocabulary.NDC;
                    case LOCAL -> Vocabulary.LOCAL;
                });
    }

    /** Lower case, without a version behind a bar, a slash at the end and the s of https. */
    private static String comparable(String system) {
        String address = system.strip().toLowerCase(Locale.ROOT);
        int version = address.indexOf('|');
        address = version < 0 ? address : address.substring(0, version);
        address = address.startsWith("https://") ? "http://" + address.substring("https://".length()) : address;
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
