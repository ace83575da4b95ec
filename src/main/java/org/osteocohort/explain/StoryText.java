package org.osteocohort.explain;

import java.util.ArrayList;
import java.util.List;

/** Lines of a text that fit a terminal. */
final class StoryText {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    /** A line at the left edge, after an empty line. */
    void heading(String text) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        line(0, text);
    }

    /** A sentence or more, wrapped; the lines after the first stand one level further in. */
    void line(int level, String text) {
        StringBuilder line = new StringBuilder(INDENT.repeat(level));
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT.repeat(level + 1));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
