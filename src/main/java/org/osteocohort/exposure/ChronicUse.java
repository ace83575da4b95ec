package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.osteocohort.tag.EffectSpan;

/**
 * That a child used the drugs of an item chronically.
 *
 * @param spans the supplied days on which enough of the window ending there was supplied, in order of time
 */
public record ChronicUse(String item, List<EffectSpan> spans) {
    public ChronicUse {
        Objects.requireNonNull(item, "item");
        spans = List.copyOf(spans);
    }

    LocalDate firstDay() {
        return spans.get(0).start();
    }
}
