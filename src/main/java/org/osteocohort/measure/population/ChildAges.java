package org.osteocohort.measure.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.ehr.DaySpan;

/**
 * The days of a child's life while it is of the population's age, divided at birthdays by its level on them. Made once
 * for all periods that ask.
 *
 * @param certain the days of each band, youngest first
 * @param unclear the days on which an imprecise birth date allows more than one band, in order of time
 * @param uncertain the level of these
 */
public record ChildAges(List<OfBand> certain, List<DaySpan> unclear, AgeLevel uncertain) {
    public ChildAges {
        certain = List.copyOf(certain);
        unclear = List.copyOf(unclear);
    }

    /** The days on which a child certainly is of a band. */
    record OfBand(AgeLevel level, DaySpan days) {}

    /**
     * Some days by the level of the child on them, youngest first, the days of an uncertain level last; days on which
     * the child is not of the population's age are left out.
     */
    public Map<AgeLevel, ObservedTime> divide(ObservedTime days) {
        Map<AgeLevel, ObservedTime> divided = new LinkedHashMap<>();
        for (OfBand band : certain) {
            put(band.level(), within(band.days(), days), divided);
        }
        List<DaySpan> spans = new ArrayList<>();
        for (DaySpan span : unclear) {
            spans.addAll(within(span, days).spans());
        }
        put(uncertain, new ObservedTime(spans), divided);
        return divided;
    }

    private static ObservedTime within(DaySpan span, ObservedTime days) {
        return days.within(span.start(), span.end());
    }

    private static void put(AgeLevel level, ObservedTime days, Map<AgeLevel, ObservedTime> divided) {
        if (!days.none()) {
            divided.put(level, days);
        }
    }
}
