package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.fracture.FractureEvent;

/**
 * The fractures that one arm of a definition counts.
 *
 * @param events in order of time
 * @param qualifying position of the event that made the arm true; events before it were needed, later ones extend it
 */
record FractureSeries(List<FractureEvent> events, int qualifying) {
    FractureSeries {
        events = List.copyOf(events);
    }

    LocalDate first() {
        return events.get(0).date();
    }

    /** The day on which there were enough. */
    LocalDate complete() {
        return events.get(qualifying).date();
    }
}
