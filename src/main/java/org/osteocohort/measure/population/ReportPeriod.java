package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.job.PointInPeriod;

/**
 * A span of time that is reported.
 *
 * @param name {@code study}, the calendar year such as 2020, or the month such as 2020-07
 * @param complete whether it is all of the study, or a whole calendar year or month, and over when the extracts were
 *     made; one that the study cuts is not
 * @param blurred whether it is a calendar year or month and the dates of an extract were shifted
 */
public record ReportPeriod(
        PeriodKind kind, String name, LocalDate start, LocalDate end, boolean complete, boolean blurred) {
    private static final int MONTHS_OF_A_YEAR = 12;

    /** The whole study, then each calendar year and each month of it as far as the job asks for them. */
    public static List<ReportPeriod> of(StudyFrame frame) {
        List<ReportPeriod> periods = new ArrayList<>();
        periods.add(new ReportPeriod(
                PeriodKind.STUDY,
                PeriodKind.STUDY.label(),
                frame.start(),
                frame.end(),
                isOver(frame.end(), frame),
                false));
        if (frame.settings().periods().contains(PeriodKind.YEAR)) {
            for (int year = frame.start().getYear(); year <= frame.end().getYear(); year++) {
                YearMonth january = YearMonth.of(year, 1);
                String name = Integer.toString(year);
                periods.add(calendar(PeriodKind.YEAR, name, january, january.plusMonths(MONTHS_OF_A_YEAR - 1L), frame));
            }
        }
        if (frame.settings().periods().contains(PeriodKind.MONTH)) {
            YearMonth last = YearMonth.from(frame.end());
            for (YearMonth month = YearMonth.from(frame.start()); !month.isAfter(last); month = month.plusMonths(1)) {
                periods.add(calendar(PeriodKind.MONTH, month.toString(), month, month, frame));
            }
        }
        return periods;
    }

    private static ReportPeriod calendar(
            PeriodKind kind, String name, YearMonth firstMonth, YearMonth lastMonth, StudyFrame frame) {
        LocalDate first = firstMonth.atDay(1);
        LocalDate last = lastMonth.atEndOfMonth();
        LocalDate start = first.isBefore(frame.start()) ? frame.start() : first;
        LocalDate end = last.isAfter(frame.end()) ? frame.end() : last;
        return new ReportPeriod(
                kind,
                name,
                start,
                end,
                start.equals(first) && end.equals(last) && isOver(end, frame),
                frame.blurredCalendar());
    }

    private static boolean isOver(LocalDate end, StudyFrame frame) {
        return frame.dataEnd() == null || !end.isAfter(frame.dataEnd());
    }

    /** The day of point prevalence. */
    public LocalDate point(PointInPeriod where) {
        return switch (where) {
            case FIRST_DAY -> start;
            case MIDDLE_DAY -> start.plusDays((ChronoUnit.DAYS.between(start, end) + 1) / 2);
            case LAST_DAY -> end;
        };
    }
}
