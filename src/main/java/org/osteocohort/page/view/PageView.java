package org.osteocohort.page.view;

import java.util.List;
import java.util.Objects;

/**
 * The whole page.
 *
 * @param facts whom and when the page is about, and what hides numbers
 * @param overview every definition side by side
 */
public record PageView(
        String title,
        List<String> facts,
        List<Answer> answers,
        Figure overview,
        List<Section> sections,
        PageAssets assets) {
    public PageView {
        Objects.requireNonNull(title, "title");
        facts = List.copyOf(facts);
        answers = List.copyOf(answers);
        sections = List.copyOf(sections);
    }
}
