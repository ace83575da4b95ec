package org.osteocohort.page.view;

import java.util.List;
import java.util.Objects;

/**
 * The whole page.
 *
 * @param facts whom and when the page is about, and what hides numbers
 * @param overview every definition side by side
 * @param identity what tells the page from others
 */
public record PageView(
        String title,
        List<String> facts,
        List<Answer> answers,
        Figure overview,
        List<Section> sections,
        String identity,
        PageAssets assets) {
    public PageView {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(identity, "identity");
        facts = List.copyOf(facts);
        answers = List.copyOf(answers);
        sections = List.copyOf(sections);
    }
}
