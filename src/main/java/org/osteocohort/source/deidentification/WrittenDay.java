package org.osteocohort.source.deidentification;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises dates in any of the ways in which extracts write them, and how exact they are. */
final class WrittenDay {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})([T ].*)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern NAMED_MONTH =
            Pattern.compile("(?i)(\\d{1,2})-?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-?(\\d{4})([: ].*)?");
    private static final Pattern SLASHES = Pattern.compile("\\d{1,2}/\\d{1,2}/(\\d{4})( .*)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(\\.0)?");

    /** A year without its day is written as its first day, or as its middle. */
    private static final Pattern YEAR_ALONE =
            Pattern.compile("(?i)\\d{4}-?0[17]-?01([T ].*)?|0?1-?(jan|jul)-?\\d{4}.*");

    private WrittenDay() {}

    /** How much finer than a year a value is; empty when it is a year, or no date. */
    static Optional<String> finerThanYear(String value, boolean ofDates) {
        if (YEAR_ALONE.matcher(value).matches()) {
            return Optional.empty();
        }
        // A number of eight digits may be anything where no date is expected.
        boolean day = ISO.matcher(value).matches()
                || NAMED_MONTH.matcher(value).matches()
                || SLASHES.matcher(value).matches()
                || ofDates && COMPACT.matcher(value).matches();
        boolean month = ofDates && MONTH.matcher(value).matches();
        return day ? Optional.of("a day") : month ? Optional.of("a month") : Optional.empty();
    }

    /** The year of a date. */
    static OptionalInt year(String value) {
        for (Pattern shape : new Pattern[] {ISO, MONTH, COMPACT, YEAR}) {
            Matcher written = shape.matcher(value);
            if (written.matches()) {
                return OptionalInt.of(Integer.parseInt(written.group(1)));
            }
        }
        Matcher named = NAMED_MONTH.matcher(value);
        return named.matches() ? OptionalInt.of(Integer.parseInt(named.group(3))) : OptionalInt.empty();
    }
}
