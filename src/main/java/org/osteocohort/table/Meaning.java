package org.osteocohort.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a column tells, in a sentence for the data dictionary. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Meaning {
    String value();

    /** Unit of the number, for example {@code days}; empty when the column has none. */
    String unit() default "";

    /** Who defined it, as cited; empty when the definition is this project's own. See {@link Source}. */
    String source() default "";

    /**
     * The version of the contract that added the column to a table which a run reads from the last one, whose file may
     * lack it: then it is null. Empty when no file may.
     */
    String since() default "";
}
