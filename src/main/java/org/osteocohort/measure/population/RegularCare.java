package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;

/**
 * Whether a child's health record is kept where the child is usually seen. A health record has no enrolment, so that
 * the span from its first to its last fact says little; regular visits say more.
 *
 * <p>As in the bone study of the PEDSnet network (2022): two primary care visits a year or more apart between the
 * first and the 21st birthday, and a visit every 18 months when followed for more than three years. Extracts seldom tell primary care
 * from other outpatient visits, so that every outpatient visit counts.
 */
public final class RegularCare {
    /** Visits of infants say little about later care (PEDSnet bone study). */
    private static final int FIRST_AGE_YEARS = 1;

    /** Until then pediatric care may go on; also the upper age of the study's source. */
    private static final int UPPER_AGE_YEARS = 21;

    private static final int YEARS_BETWEEN_TWO_VISITS = 1;
    private static final int LONG_FOLLOW_UP_YEARS = 3;
    private static final int LONGEST_GAP_MONTHS = 18;

    private RegularCare() {}

    /** Looks at visits up to the end of the study; never true when the birth date is unknown. */
    public static boolean holds(PatientHistory history, StudyFrame frame) {
        LocalDate birth = history.patient().birthDate();
        if (birth == null) {
            return false;
        }
        List<LocalDate> days = days(history.visits(), birth, frame.end());
        if (days.size() < 2) {
            return false;
        }
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        boolean aYearApart = !last.isBefore(first.plusYears(YEARS_BETWEEN_TWO_VISITS));
        boolean followedLong = last.isAfter(first.plusYears(LONG_FOLLOW_UP_YEARS));
        return aYearApart && (!followedLong || withoutLongGap(days));
    }

    /** In order of time, as the visits of a history are. */
    private static List<LocalDate> days(List<Visit> visits, LocalDate birth, LocalDate end) {
        LocalDate from = Age.birthday(birth, FIRST_AGE_YEARS);
        LocalDate grown = Age.birthday(birth, UPPER_AGE_YEARS);
        List<LocalDate> days = new ArrayList<>();
        for (Visit visit : visits) {
            LocalDate day = visit.start();
            boolean counts = visit.kind() == VisitKind.OUTPATIENT
                    && !day.isBefore(from)
                    && day.isBefore(grown)
                    && !day.isAfter(end);
            if (counts) {
                days.add(day);
            }
        }
        return days;
    }

    private static boolean withoutLongGap(List<LocalDate> days) {
        for (int next = 1; next < days.size(); next++) {
            if (days.get(next).isAfter(days.get(next - 1).plusMonths(LONGEST_GAP_MONTHS))) {
                return false;
            }
        }
        return true;
    }
}
