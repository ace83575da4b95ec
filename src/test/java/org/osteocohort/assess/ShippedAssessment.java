package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osteocohort.testkit.ShippedStudy;

/** The shipped rules as far as the rows of a child are looked at; nothing is counted. */
final class ShippedAssessment {
    static final Study STUDY = new Study(
            ShippedStudy.CODE_SETS,
            ShippedStudy.RULES,
            Plausibility.read(ShippedStudy.FOLDER.resolve("codes"), new ArrayList<>()),
            List.of(),
            null,
            null,
            Map.of());

    private ShippedAssessment() {}
}
