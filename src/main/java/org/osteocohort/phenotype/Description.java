package org.osteocohort.phenotype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A definition in plain English, for a clinician to sign off: conditions as nested lists, each name defined once. */
final class Description {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";
    private static final String BULLET = "- ";

    private final Phenotype phenotype;
    private final Glossary glossary = new Glossary();
    private final List<String> lines = new ArrayList<>();

    private Description(Phenotype phenotype) {
        this.phenotype = phenotype;
    }

    static String of(Phenotype phenotype) {
        Description description = new Description(phenotype);
        description.write();
        return String.join("\n", description.lines) + "\n";
    }

    private void write() {
        wrap("", "", phenotype.name() + ": " + phenotype.title());
        wrap("", "", "Source: " + phenotype.source());
        classes();
        flags();
        glossary();
        settings();
    }

    private void classes() {
        for (CaseClass caseClass : CaseClass.values()) {
            List<ClassRule> rules = phenotype.classes().stream()
                    .filter(rule -> rule.caseClass() == caseClass)
                    .toList();
            if (!rules.isEmpty()) {
                heading("A child is " + caseClass + (rules.size() == 1 ? "" : " in one of these ways"));
                rules.forEach(rule -> condition("path " + rule.path() + ":", rule.when()));
            }
        }
        lines.add("");
        wrap(
                "",
                "",
                "Otherwise the child is NOT_MET. The surest class is given; within it, the path that was complete first.");
    }

    private void flags() {
        if (!phenotype.flags().isEmpty()) {
            heading("Remarks, which change no class");
            phenotype.flags().forEach((flag, criterion) -> condition(flag + ":", criterion));
        }
    }

    /** Asking for a meaning may bring further names, so this comes after everything that uses names. */
    private void glossary() {
        if (!glossary.meanings().isEmpty()) {
            heading("What the names in quotation marks mean");
            glossary.meanings().forEach((name, meaning) -> item(INDENT, Clause.before('"' + name + "\":", meaning)));
        }
    }

    private void settings() {
        if (!phenotype.settings().isEmpty()) {
            heading("Values and where they come from");
            for (Setting setting : phenotype.settings()) {
                String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
                String text = setting.name() + " = " + setting.value() + unit + " (" + setting.source() + ")";
                item(INDENT, Clause.of(text));
            }
        }
        Map<String, Integer> own = new TreeMap<>(phenotype.fractureRules());
        if (!own.isEmpty()) {
            heading("Rules of its own for telling fractures apart, in place of those of the study");
            own.forEach((name, value) -> item(INDENT, Clause.of(name + " = " + value)));
        }
    }

    private void heading(String text) {
        lines.add("");
        wrap("", "", text + ":");
    }

    private void condition(String words, Criterion criterion) {
        item(INDENT, Clause.before(words, criterion.describe(glossary)));
    }

    private void item(String indent, Clause clause) {
        Clause shown = joined(clause);
        String end = shown.parts().isEmpty() || shown.text().endsWith(":") ? "" : ":";
        wrap(indent + BULLET, indent + INDENT, shown.text() + end);
        shown.parts().forEach(part -> item(indent + INDENT, part));
    }

    /** Words that lead to one list lead to its parts at once: "path limb:" and "all of" become one line. */
    private static Clause joined(Clause clause) {
        if (clause.parts().size() != 1 || clause.parts().get(0).parts().isEmpty()) {
            return clause;
        }
        Clause only = joined(clause.parts().get(0));
        return new Clause(clause.text() + " " + only.text(), only.parts());
    }

    private void wrap(String first, String others, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }
}
