package org.osteocohort.page.view;

import java.util.List;
import java.util.Objects;

/**
 * A part of the page.
 *
 * @param id names the part in links
 * @param question what the part answers
 * @param words paragraphs before the figures
 * @param groups figures by definition, before those of all definitions
 * @param remarks what limits the numbers, beside them
 */
public record Section(
        String id,
        String question,
        List<String> words,
        List<Flow> flows,
        List<FigureGroup> groups,
        List<Figure> figures,
        List<Definition> definitions,
        List<String> remarks) {
    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
        words = List.copyOf(words);
        flows = List.copyOf(flows);
        groups = List.copyOf(groups);
        figures = List.copyOf(figures);
        definitions = List.copyOf(definitions);
        remarks = List.copyOf(remarks);
    }

    /** A part of words and figures. */
    public static Section of(
            String id, String question, List<String> words, List<Figure> figures, List<String> remarks) {
        return of(id, question, words, List.of(), figures, remarks);
    }

    /** A part of words and figures, some of them by definition. */
    public static Section of(
            String id,
            String question,
            List<String> words,
            List<FigureGroup> groups,
            List<Figure> figures,
            List<String> remarks) {
        return new Section(id, question, words, List.of(), groups, figures, List.of(), remarks);
    }
}
