package org.osteocohort.page.view;

import java.util.List;
import java.util.Objects;

/**
 * Charts that belong together, and the table with all their numbers. Without panels it is the table alone.
 *
 * @param caption how to read it
 * @param allHidden whether there is nothing to draw, since every number is hidden
 */
public record Figure(
        String title, String caption, List<Legend> legend, List<Panel> panels, boolean allHidden, DataTable table) {
    public Figure {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(caption, "caption");
        legend = List.copyOf(legend);
        panels = List.copyOf(panels);
        Objects.requireNonNull(table, "table");
    }

    /** A table alone; its caption is the title. */
    public static Figure of(String caption, DataTable table) {
        return new Figure(table.caption(), caption, List.of(), List.of(), false, table);
    }

    /** Charts with the table behind them. */
    public static Figure of(String caption, List<Legend> legend, List<Panel> panels, DataTable table) {
        return new Figure(table.caption(), caption, legend, panels, false, table);
    }

    /** Charts of which every number is hidden: the table says so, and nothing is drawn. */
    public static Figure ofHidden(String caption, DataTable table) {
        return new Figure(table.caption(), caption, List.of(), List.of(), true, table);
    }
}
