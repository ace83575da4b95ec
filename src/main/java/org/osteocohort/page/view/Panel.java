package org.osteocohort.page.view;

import java.util.Objects;

/**
 * One chart.
 *
 * @param title empty when the figure's title says enough
 * @param summary what a screen reader says instead of the picture
 * @param rows bars that stand below each other, which set the height; 0 for a chart of the usual height
 * @param options JSON for ECharts
 */
public record Panel(String title, String summary, int rows, String options) {
    public Panel {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(options, "options");
    }
}
