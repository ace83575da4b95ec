package org.osteocohort.source.omop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CensusCategories;

/** Fixed concepts of the OMOP standard vocabularies, usable without a vocabulary at hand. */
final class OmopConcepts {
    static final long MALE = 8507;
    static final long FEMALE = 8532;

    static final Map<Long, String> RACES = Map.of(
            8515L, CensusCategories.ASIAN,
            8516L, CensusCategories.BLACK,
            8527L, CensusCategories.WHITE,
            8557L, CensusCategories.PACIFIC_ISLANDER,
            8657L, CensusCategories.NATIVE_AMERICAN);
    static final Map<Long, String> ETHNICITIES =
            Map.of(38003563L, CensusCategories.HISPANIC, 38003564L, CensusCategories.NOT_HISPANIC);

    /** Visit concepts; from 2000000000 on PEDSnet's own. A stay that began in the emergency department is inpatient. */
    private static final Map<VisitKind, List<Long>> VISITS = Map.of(
            VisitKind.INPATIENT, List.of(9201L, 262L, 8717L, 32037L, 581379L, 2000000048L, 2000000088L),
            VisitKind.EMERGENCY, List.of(9203L, 8870L, 581381L),
            VisitKind.OUTPATIENT, List.of(9202L, 5083L, 8756L, 8940L, 581476L, 581477L, 38004207L),
            VisitKind.OTHER, List.of());

    /** Types of drug records: CDM 5.3 first, then the common type concepts of 5.4. */
    private static final Map<Long, DrugRecordKind> DRUG_TYPES = Map.ofEntries(
            Map.entry(38000177L, DrugRecordKind.ORDERED),
            Map.entry(38000175L, DrugRecordKind.DISPENSED),
            Map.entry(38000176L, DrugRecordKind.DISPENSED),
            Map.entry(581452L, DrugRecordKind.DISPENSED),
            Map.entry(38000179L, DrugRecordKind.ADMINISTERED),
            Map.entry(38000180L, DrugRecordKind.ADMINISTERED),
            Map.entry(38000178L, DrugRecordKind.REPORTED),
            Map.entry(44787730L, DrugRecordKind.REPORTED),
            Map.entry(32833L, DrugRecordKind.ORDERED),
            Map.entry(32838L, DrugRecordKind.ORDERED),
            Map.entry(32839L, DrugRecordKind.ORDERED),
            Map.entry(32825L, DrugRecordKind.DISPENSED),
            Map.entry(32869L, DrugRecordKind.DISPENSED),
            Map.entry(32818L, DrugRecordKind.ADMINISTERED),
            Map.entry(32830L, DrugRecordKind.REPORTED),
            Map.entry(32865L, DrugRecordKind.REPORTED));

    /** OMOP's standard route concepts. */
    private static final Map<Long, DrugRoute> ROUTES = Map.ofEntries(
            Map.entry(4132161L, DrugRoute.ORAL),
            // Enteral, nasogastric, gastrostomy, sublingual
            Map.entry(4167540L, DrugRoute.ORAL),
            Map.entry(4132711L, DrugRoute.ORAL),
            Map.entry(4132254L, DrugRoute.ORAL),
            Map.entry(4292110L, DrugRoute.ORAL),
            Map.entry(4171047L, DrugRoute.PARENTERAL),
            Map.entry(4142048L, DrugRoute.PARENTERAL),
            Map.entry(4302612L, DrugRoute.PARENTERAL),
            Map.entry(4263689L, DrugRoute.NOT_SYSTEMIC),
            // Inhaled, by nose, into the eye, into the ear, into a joint
            Map.entry(4186834L, DrugRoute.NOT_SYSTEMIC),
            Map.entry(45956874L, DrugRoute.NOT_SYSTEMIC),
            Map.entry(4262914L, DrugRoute.NOT_SYSTEMIC),
            Map.entry(4184451L, DrugRoute.NOT_SYSTEMIC),
            Map.entry(4023156L, DrugRoute.NOT_SYSTEMIC),
            Map.entry(4006860L, DrugRoute.NOT_SYSTEMIC));

    /**
     * Condition types of claims from a hospital stay: the lines and headers of CDM 5.3, each with its positions, and the
     * inpatient claims of 5.4. Every other type leaves the question to the visit.
     */
    static final List<Long> INPATIENT_CONDITION_TYPES = LongStream.concat(
                    LongStream.rangeClosed(38000183, 38000214), LongStream.rangeClosed(32853, 32855))
            .boxed()
            .toList();

    private OmopConcepts() {}

    static List<Long> visits(VisitKind kind) {
        return VISITS.get(kind);
    }

    static DrugRecordKind recordKind(Long typeConcept) {
        return typeConcept == null
                ? DrugRecordKind.UNKNOWN
                : DRUG_TYPES.getOrDefault(typeConcept, DrugRecordKind.UNKNOWN);
    }

    static Optional<DrugRoute> route(Long routeConcept) {
        return routeConcept == null ? Optional.empty() : Optional.ofNullable(ROUTES.get(routeConcept));
    }
}
