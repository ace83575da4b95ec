package org.osteocohort.source.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osteocohort.ehr.DatePrecision;

/**
 * A date, dateTime or instant as exactly as it is written; an unknown month or day is the first. Of an instant it is
 * the day in the zone in which it is written: that is the day on which the child was seen.
 */
record FhirDate(LocalDate date, DatePrecision precision) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T.*)?)?)?");

    /** Empty when the text is no date of the calendar. */
    static Optional<FhirDate> of(String text) {
        Matcher written = text == null ? null : WRITTEN.matcher(text);
        if (written == null || !written.matches()) {
            return Optional.empty();
        }
        DatePrecision precision = written.group(3) != null
                ? DatePrecision.DAY
                : written.group(2) != null ? DatePrecision.MONTH : DatePrecision.YEAR;
        try {
            LocalDate date = LocalDate.of(number(written.group(1)), number(written.group(2)), number(written.group(3)));
            return date.getYear() == 0 ? Optional.empty() : Optional.of(new FhirDate(date, precision));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
