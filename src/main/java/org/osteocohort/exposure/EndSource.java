package org.osteocohort.exposure;

import java.util.Locale;

/** What told the end of an era's last record. */
public enum EndSource {
    RECORDED_END,
    DAYS_SUPPLY,
    /** The product's own window of effect, for infusions and injections. */
    EFFECT_WINDOW,
    /** Nothing: the record lasts its start day only. */
    START_DAY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
