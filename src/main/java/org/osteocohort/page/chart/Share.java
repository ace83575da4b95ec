package org.osteocohort.page.chart;

import java.util.Objects;

/**
 * A part of a whole, one for each row of the chart.
 *
 * @param percent null when it is hidden or there is none
 * @param words what the chart says about it when somebody points at it
 */
public record Share(Double percent, String words) {
    public Share {
        Objects.requireNonNull(words, "words");
    }
}
