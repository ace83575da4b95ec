package org.osteocohort.page.view;

import java.util.List;
import java.util.Objects;

/**
 * Figures of one case definition, which can be opened and closed together.
 *
 * @param open whether they are shown at once
 */
public record FigureGroup(String title, boolean open, List<Figure> figures) {
    public FigureGroup {
        Objects.requireNonNull(title, "title");
        figures = List.copyOf(figures);
    }
}
