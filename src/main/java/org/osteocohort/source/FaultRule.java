package org.osteocohort.source;

import java.util.Locale;

/** Why a row of an extract, or a cell of it, could not be used. The labels stand in the quarantine and the messages. */
public enum FaultRule {
    /** A cell is empty without which the row means nothing. */
    MISSING,
    NOT_A_NUMBER,
    NOT_A_DATE,
    /** A date that is known to the month or year only, where the day is needed. */
    IMPRECISE,
    /** A number beyond what a body, a scan or a prescription can have. */
    OUT_OF_RANGE,
    /** A unit that the result of this code cannot be in. */
    WRONG_UNIT,
    END_BEFORE_START,
    BEFORE_BIRTH,
    AFTER_DEATH,
    /** Later than the day on which the extract was made. */
    FUTURE,
    /** Of somebody whom the extract does not describe. */
    UNKNOWN_PERSON,
    /** An identifier that another row of the table has already. */
    DUPLICATE_ID,
    /** More or fewer cells than the header has columns. */
    CELL_COUNT,
    /** A quotation that does not end within its line. */
    UNBALANCED_QUOTES,
    NOT_UTF8,
    /** A line that is not what the format promises, such as JSON that does not parse. */
    MALFORMED,
    /** Of another version of the format than is read, or of one of its forms that is not. */
    OTHER_VERSION,
    /** A drug of which nobody can tell what it is: its code is in no vocabulary that is given. Only counted. */
    UNMAPPED_DRUG;

    /** As in the tables: {@code end_before_start}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
