package org.osteocohort.problem;

import java.util.regex.Pattern;

/**
 * Names that somebody gave and that stand in tables: of items, definitions, standards and sites. They may hold nothing
 * that a spreadsheet runs, a page draws or a file system follows.
 */
public final class PlainName {
    /** What a name is made of. */
    public static final String EXPECTED = "up to 80 letters, digits, '_', '.' and '-', the first a letter or a digit";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}");

    private PlainName() {}

    public static boolean isPlain(String name) {
        return SHAPE.matcher(name).matches();
    }
}
