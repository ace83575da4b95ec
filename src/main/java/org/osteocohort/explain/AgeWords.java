package org.osteocohort.explain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.report.PatientRow;

/** Ages in words, no more exact than the birth date is known. */
final class AgeWords {
    private static final int MONTHS_OF_A_YEAR = 12;
    /** Below it, an age is told in months. */
    private static final int INFANT_YEARS = 2;

    private final LocalDate birthDate;
    private final DatePrecision precision;

    AgeWords(PatientRow patient) {
        this.birthDate = patient.birthDate();
        this.precision = patient.birthDatePrecision() == null
                ? null
                : DatePrecision.valueOf(patient.birthDatePrecision().toUpperCase(Locale.ROOT));
    }

    /** For example {@code born 2010-03-01}. */
    String birth() {
        if (birthDate == null || precision == null) {
            return "birth date not known";
        }
        return switch (precision) {
            case DAY -> "born " + birthDate;
            case MONTH -> "born " + birthDate.toString().substring(0, 7) + " (the day is not known)";
            case YEAR -> "born " + birthDate.getYear() + " (only the year is known)";
        };
    }

    /** For example {@code 9 years 3 months old}. */
    String on(LocalDate day) {
        if (birthDate == null || precision == null) {
            return "age not known";
        }
        if (day.isBefore(birthDate)) {
            return "before birth";
        }
        return switch (precision) {
            case DAY -> exact(day) + " old";
            case MONTH -> "about " + exact(day) + " old";
            case YEAR -> years(Age.completedYears(birthDate, day));
        };
    }

    private String exact(LocalDate day) {
        Period age = Period.between(birthDate, day);
        int months = (int) age.toTotalMonths();
        if (months == 0) {
            return Words.counted(age.getDays(), "day");
        }
        if (months < INFANT_YEARS * MONTHS_OF_A_YEAR) {
            return Words.counted(months, "month");
        }
        String years = Words.counted(months / MONTHS_OF_A_YEAR, "year");
        int rest = months % MONTHS_OF_A_YEAR;
        return rest == 0 ? years : years + " " + Words.counted(rest, "month");
    }

    /** The date stands for its whole year, so the child may be a year younger. */
    private static String years(int completed) {
        return completed == 0 ? "under 1 year old" : completed - 1 + " or " + Words.counted(completed, "year") + " old";
    }
}
