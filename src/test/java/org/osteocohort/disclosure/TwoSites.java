package org.osteocohort.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.measure.Measures;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.phenotype.Assessment;

/** A study of two sites, two years and two definitions, whose reports are attacked. */
final class TwoSites {
    static final StudyFrame FRAME = frame(
            new StudyItem(ItemKind.SECONDARY_CAUSE, "cerebral_palsy"),
            new StudyItem(ItemKind.MEDICATION, "corticosteroids"));

    private TwoSites() {}

    static StudyFrame frame(StudyItem... items) {
        return new StudyFrame(
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2021, 12, 31),
                0,
                19,
                List.of(new StudyPhenotype("ISCD_2019", true), new StudyPhenotype("DX_CODE", false)),
                List.of("north", "south"),
                List.of(items),
                ReportSettings.USUAL);
    }

    /** All report tables of some children, before anything is hidden. */
    static List<TableRows<?>> counted(StudyFrame frame, List<Assessment> children) {
        Measures measures = Measures.of(frame);
        Tally tally = new Tally();
        children.forEach(child -> measures.observe(child, tally));
        return measures.rows(tally);
    }
}
