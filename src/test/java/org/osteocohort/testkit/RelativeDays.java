package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Pictures whose rows begin with a number of days before or after some day, where distances are what is tested. */
public final class RelativeDays {
    private static final Pattern DAY = Pattern.compile("(?m)^\\s*([+-]?\\d+) ");

    private RelativeDays() {}

    /** The rows with dates; a number that begins no row stays as it is. */
    public static String dated(LocalDate zero, String rows) {
        return DAY.matcher(rows).replaceAll(day -> zero.plusDays(Integer.parseInt(day.group(1))) + " ");
    }
}
