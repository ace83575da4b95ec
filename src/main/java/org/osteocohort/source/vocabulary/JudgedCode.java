package org.osteocohort.source.vocabulary;

import java.io.Serializable;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DrugRoute;

/**
 * What a row stands for.
 *
 * @param code as recorded
 * @param matchedBy code set keys, sorted, separated by blanks; null when the code speaks for itself
 * @param formRoute the route that the product's dose form tells; null when it tells none
 * @param strengthMilligrams per dose unit, from the product's name; null when it does not say
 */
public record JudgedCode(
        Vocabulary vocabulary,
        String code,
        String matchedBy,
        CodeResolution resolution,
        DrugRoute formRoute,
        Double strengthMilligrams)
        implements Serializable {
    public JudgedCode {
        Objects.requireNonNull(vocabulary, "vocabulary");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(resolution, "resolution");
    }

    /** The text form of {@link #matchedBy}. */
    static String joined(Collection<CodeKey> keys) {
        return keys.isEmpty()
                ? null
                : keys.stream().map(CodeKey::toString).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining(" "));
    }

    /** The same, found by the standard concept of a source code and not by the source code itself. */
    JudgedCode asStandard() {
        return resolution == CodeResolution.SOURCE_CODE
                ? new JudgedCode(
                        vocabulary, code, matchedBy, CodeResolution.STANDARD_CONCEPT, formRoute, strengthMilligrams)
                : this;
    }
}
