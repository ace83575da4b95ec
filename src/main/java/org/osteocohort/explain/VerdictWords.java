package org.osteocohort.explain;

import org.osteocohort.phenotype.Etiology;

/** Etiologies and remarks in words. */
final class VerdictWords {
    private VerdictWords() {}

    static String etiology(String word) {
        return Words.constant(Etiology.class, word)
                .map(known -> switch (known) {
                    case GENETIC -> "genetic, osteogenesis imperfecta";
                    case SECONDARY -> "secondary, at least one cause was in effect";
                    case SECONDARY_LATE -> "secondary, a cause was found only in the year after the index date";
                    case OTHER_DISEASE -> "another genetic or endocrine disease, which rules idiopathic disease out";
                    case IJO_SUPPORTED ->
                        "idiopathic, supported: no cause, observed long enough, at a fitting age, with a normal work-up";
                    case IJO_NO_CAUSE_OBSERVED ->
                        "idiopathic as far as observed: no cause before or after the index date";
                    case IJO_NO_CAUSE_RECORDED ->
                        "idiopathic as far as recorded: no cause, but not observed long enough after the index date";
                    case UNDETERMINED ->
                        "undetermined: no cause on record, but observed too short before the index date to say more";
                })
                .orElse(word);
    }

    /** A remark of a definition; one that a researcher added is shown by its name. */
    static String flag(String name) {
        return switch (name) {
            case "needsDxa" -> "needs a DXA: the fractures call for one, and no result is on record near them";
            case "fragilityNotExcluded" ->
                "bone density near the fractures is known and not low, which does not exclude fragile bones";
            case "bmdNormal" -> "bone density near the fractures is known and not low";
            case "bmdSupport" -> "low or falling bone density supports the diagnosis";
            case "lowBmdForAge" -> "low bone density for age without a fracture that counts";
            case "nearMiss" -> "low bone density and a fracture, but not enough fractures for this definition";
            case "shortUnadjusted" -> "the child is short and a Z-score is not adjusted for height";
            case "leftTruncated" -> "observation began late, so earlier fractures may be missing";
            case "possibleBisphosphonateAdverseEvent" ->
                "atypical femur fracture, possibly an adverse event of bisphosphonates";
            default -> name;
        };
    }
}
