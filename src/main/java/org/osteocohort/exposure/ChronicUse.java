package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.Objects;

/**
 * That a child used the drugs of an item chronically.
 *
 * @param firstDay first day on which enough of the window ending there was supplied
 * @param lastDay last supplied day on which that still held; between the two there may be pauses
 */
public record ChronicUse(String item, LocalDate firstDay, LocalDate lastDay) {
    public ChronicUse {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
    }
}
