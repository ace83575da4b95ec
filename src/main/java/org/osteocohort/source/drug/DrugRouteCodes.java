package org.osteocohort.source.drug;

import java.util.Map;
import java.util.Optional;
import org.osteocohort.ehr.DrugRoute;

/** Reads a drug's route from SNOMED CT, whose routes of administration PCORnet and FHIR use. */
public final class DrugRouteCodes {
    private static final Map<String, DrugRoute> ROUTES = Map.ofEntries(
            Map.entry("26643006", DrugRoute.ORAL),
            // Sublingual, buccal; nasogastric, orogastric, gastrostomy, jejunostomy, enteral
            Map.entry("37839007", DrugRoute.ORAL),
            Map.entry("54471007", DrugRoute.ORAL),
            Map.entry("127492001", DrugRoute.ORAL),
            Map.entry("418441008", DrugRoute.ORAL),
            Map.entry("127490009", DrugRoute.ORAL),
            Map.entry("127491008", DrugRoute.ORAL),
            Map.entry("417985001", DrugRoute.ORAL),
            // Intravenous, intramuscular, subcutaneous, intrathecal, intraosseous
            Map.entry("47625008", DrugRoute.PARENTERAL),
            Map.entry("78421000", DrugRoute.PARENTERAL),
            Map.entry("34206005", DrugRoute.PARENTERAL),
            Map.entry("72607000", DrugRoute.PARENTERAL),
            Map.entry("417255000", DrugRoute.PARENTERAL),
            // Skin, nose, eye, ear, conjunctiva, respiratory tract, joint
            Map.entry("6064005", DrugRoute.NOT_SYSTEMIC),
            Map.entry("46713006", DrugRoute.NOT_SYSTEMIC),
            Map.entry("54485002", DrugRoute.NOT_SYSTEMIC),
            Map.entry("10547007", DrugRoute.NOT_SYSTEMIC),
            Map.entry("418401004", DrugRoute.NOT_SYSTEMIC),
            Map.entry("447694001", DrugRoute.NOT_SYSTEMIC),
            Map.entry("12130007", DrugRoute.NOT_SYSTEMIC));

    private DrugRouteCodes() {}

    /** The route of a concept; empty for any that tells nothing here, such as rectal or transdermal. */
    public static Optional<DrugRoute> route(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(ROUTES.get(code.strip()));
    }
}
