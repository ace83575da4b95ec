package org.osteocohort.page.view;

import java.util.List;
import java.util.Objects;

/**
 * A part of the page.
 *
 * @param id names the part in links
 * @param question what the part answers
 * @param words paragraphs before the figures
 * @param remarks what limits the numbers, beside them
 */
public record Section(
        String id,
        String question,
        List<String> words,
        List<Flow> flows,
        List<Figure> figures,
        List<Definition> definitions,
        List<String> remarks) {
    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
        words = List.copyOf(words);
        flows = List.copyOf(flows);
        figures = List.copyOf(figures);
        definitions = List.copyOf(definitions);
        remarks = List.copyOf(remarks);
    }

    /** A part of words and figures. */
    public static Section of(
            String id, String question, List<String> words, List<Figure> figures, List<String> remarks) {
        return new Section(id, question, words, List.of(), figures, List.of(), remarks);
    }
}
