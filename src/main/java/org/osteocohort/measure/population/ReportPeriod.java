package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of time that is reported.
 *
 * @param name {@code study}, or the calendar year
 * @param complete whether it is all of the study or a whole calendar year; a year that the study cuts is not
 */
public record ReportPeriod(String name, LocalDate start, LocalDate end, boolean complete) {
    public static final String STUDY = "study";

    /** The whole study, then each calendar year of it. */
    public static List<ReportPeriod> of(StudyFrame frame) {
        List<ReportPeriod> periods = new ArrayList<>();
        periods.add(new ReportPeriod(STUDY, frame.start(), frame.end(), true));
        for (int year = frame.start().getYear(); year <= frame.end().getYear(); year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            LocalDate start = first.isBefore(frame.start()) ? frame.start() : first;
            LocalDate end = last.isAfter(frame.end()) ? frame.end() : last;
            boolean complete = start.equals(first) && end.equals(last);
            periods.add(new ReportPeriod(Integer.toString(year), start, end, complete));
        }
        return periods;
    }
}
