package org.osteocohort.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.ShippedStudy;

/** The shipped rules as far as the rows of a child are looked at; the extract of South was made on 30 June 2021. */
final class ShippedAssessment {
    static final Study STUDY = new Study(
            ShippedStudy.CODE_SETS,
            ShippedStudy.RULES,
            Plausibility.read(ShippedStudy.FOLDER.resolve("codes"), new ArrayList<>()),
            List.of(),
            MeasurePicture.twoYears(),
            null,
            Map.of("South", LocalDate.parse("2021-06-30")));

    private ShippedAssessment() {}
}
