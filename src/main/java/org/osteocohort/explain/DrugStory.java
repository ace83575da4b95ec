package org.osteocohort.explain;

import java.util.ArrayList;
import java.util.List;
import org.osteocohort.exposure.EndSource;
import org.osteocohort.report.ExposureRow;

/** Drug eras in words: how long, how we know the end, how much, and whether the use was chronic. */
final class DrugStory {
    private DrugStory() {}

    static List<Happening> of(PatientRecord child) {
        return child.exposures().stream()
                .map(era -> new Happening(era.startDate(), Happening.Sort.DRUG, text(era)))
                .toList();
    }

    private static String text(ExposureRow era) {
        String chronic = era.chronic() ? " Chronic use." : "";
        return Words.beginning(ingredient(era)) + " (" + Words.plain(era.item()) + ") until " + era.endDate() + ": "
                + Words.counted(era.days(), "day") + " of supply; " + end(era.endSource()) + "; " + dose(era) + "."
                + chronic;
    }

    /** The name stands after the code and a blank; a code without a name is shown as it is. */
    private static String ingredient(ExposureRow era) {
        int blank = era.ingredient().indexOf(' ');
        return blank < 0 ? era.ingredient().replace('|', ' ') : era.ingredient().substring(blank + 1);
    }

    private static String end(String word) {
        return Words.constant(EndSource.class, word)
                .map(known -> switch (known) {
                    case RECORDED_END -> "the end is recorded";
                    case DAYS_SUPPLY -> "the end follows from the days of supply";
                    case EFFECT_WINDOW -> "the end is that of the drug's window of effect";
                    case START_DAY -> "no end is recorded, so the last record lasts its first day only";
                })
                .orElse(word);
    }

    private static String dose(ExposureRow era) {
        List<String> dose = new ArrayList<>();
        add(era.dailyMg(), "mg a day", dose);
        add(era.mgKgDay(), "mg/kg a day", dose);
        add(era.cumulativeMg(), "mg in all", dose);
        add(era.prednisoneEquivalentMg(), "mg in all as prednisone", dose);
        return dose.isEmpty() ? "dose unknown" : String.join(", ", dose);
    }

    private static void add(Double value, String unit, List<String> dose) {
        if (value != null) {
            dose.add(Words.number(value) + " " + unit);
        }
    }
}
