package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.tag.EffectSpan;
import org.osteocohort.tag.Tag;

/**
 * A cause in effect at a fracture that another criterion counts.
 *
 * @param roles groups of items that count, as in the tags table; may be empty when there are items
 * @param items items that count besides, each with its sub-items
 * @param around the criterion whose fractures are meant
 * @param daysAfter a cause found up to so many days after the fracture counts too: the work-up comes after the break
 */
public record CauseInEffect(Set<String> roles, Set<String> items, Criterion around, int daysAfter)
        implements Criterion {
    public CauseInEffect {
        roles = Set.copyOf(roles);
        items = Set.copyOf(items);
    }

    @Override
    public Outcome evaluate(Findings findings) {
        Outcome found = Outcome.NOT_MET;
        for (FractureSeries series : findings.outcome(around).series()) {
            for (FractureEvent fracture : series.events()) {
                for (Tag tag : findings.tags()) {
                    Optional<LocalDate> since = counts(tag) ? since(tag, fracture.date()) : Optional.empty();
                    if (since.isPresent()) {
                        found = found.or(Outcome.met(Outcome.later(fracture.date(), since.get()), tag.evidence()));
                    }
                }
            }
        }
        return found;
    }

    /** The first day of the effect that a fracture falls into, or soon before. */
    private Optional<LocalDate> since(Tag tag, LocalDate fracture) {
        return tag.effect(fracture, fracture.plusDays(daysAfter)).map(EffectSpan::start);
    }

    private boolean counts(Tag tag) {
        return roles.contains(tag.role())
                || items.stream()
                        .anyMatch(item -> tag.item().equals(item) || tag.item().startsWith(item + "."));
    }

    @Override
    public boolean asksForFracture() {
        return around.asksForFracture();
    }

    @Override
    public Clause describe(Glossary glossary) {
        return Clause.before(
                "a cause was in effect on the day of a fracture, or found up to " + Words.days(daysAfter)
                        + " after it; a cause is " + causes() + "; a fracture is one that counts for",
                around.describe(glossary));
    }

    private String causes() {
        List<String> named = new ArrayList<>();
        new TreeSet<>(roles).forEach(role -> named.add("any item of the group " + Words.plain(role)));
        new TreeSet<>(items).forEach(item -> named.add(Words.plain(item)));
        return Words.or(named);
    }
}
