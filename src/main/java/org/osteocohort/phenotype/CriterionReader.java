package org.osteocohort.phenotype;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.codes.Role;
import org.osteocohort.density.DensitySite;
import org.osteocohort.fracture.FractureKind;
import org.osteocohort.fracture.FractureSite;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.yaml.YamlObject;

/**
 * Reads criteria: a text is the name of a criterion of the file; a mapping has one key, the kind of the criterion. The
 * names form a tree: a criterion that leads back to itself is a mistake.
 */
final class CriterionReader {
    private static final String KINDS =
            "one of allOf, anyOf, not, fractures, boneDensity, densityFall, records, causeInEffect, leftTruncated";
    private static final int OLDEST = 120;
    private static final int LONGEST_DAYS = 40_000;

    private final Map<String, YamlObject> named;
    private final Map<String, Criterion> read = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Deque<String> reading = new ArrayDeque<>();

    CriterionReader(Map<String, YamlObject> named) {
        this.named = named;
    }

    /** The criterion under a key; one that never holds after a mistake, which is noted. */
    Criterion criterion(YamlObject holder, String key) {
        if (holder.isText(key)) {
            return named(holder, key, holder.text(key));
        }
        return inline(holder.object(key));
    }

    private Criterion named(YamlObject holder, String key, String name) {
        used.add(name);
        YamlObject definition = named.get(name);
        if (definition == null || reading.contains(name)) {
            holder.problem(key, "the name of a criterion of this file that does not lead back to itself");
            return new AnyOf(List.of());
        }
        Criterion known = read.get(name);
        if (known != null) {
            return known;
        }
        reading.push(name);
        Criterion criterion = new Named(name, inline(definition));
        reading.pop();
        read.put(name, criterion);
        return criterion;
    }

    /** A definition that nothing uses is a mistake of its author. */
    void reportUnused() {
        named.forEach((name, definition) -> {
            if (!used.contains(name)) {
                inline(definition);
                definition.problem(
                        "", "a criterion that some class, flag or other criterion uses; nothing uses this one");
            }
        });
    }

    private Criterion inline(YamlObject object) {
        List<String> keys = object.keys();
        if (keys.size() != 1) {
            object.problem("", "exactly one key, " + KINDS);
            return new AnyOf(List.of());
        }
        String kind = keys.get(0);
        return switch (kind) {
            case "allOf" -> new AllOf(object.elements(kind, this::criterion));
            case "anyOf" -> new AnyOf(object.elements(kind, this::criterion));
            case "not" -> new Not(criterion(object, kind));
            case "fractures" -> fractures(object.object(kind));
            case "boneDensity" -> density(object.object(kind));
            case "densityFall" -> fall(object.object(kind));
            case "records" -> records(object.object(kind));
            case "causeInEffect" -> cause(object.object(kind));
            case "leftTruncated" -> leftTruncated(object.object(kind));
            default -> {
                object.problem(kind, KINDS);
                yield new AnyOf(List.of());
            }
        };
    }

    private static Criterion fractures(YamlObject object) {
        FractureCount count = new FractureCount(
                object.integer("atLeast", 1, 1000),
                object.constants("kinds", FractureKind.class),
                object.constants("sites", FractureSite.class),
                optional(object, "beforeAgeYears", OLDEST),
                object.integer("fromAgeDays", 0, LONGEST_DAYS, 0),
                object.constants("tiers", TraumaTier.class),
                object.constants("tiersExcluded", TraumaTier.class),
                object.has("pathologic") ? object.yesOrNo("pathologic", false) : null,
                object.yesOrNo("atypicalFemur", false),
                object.yesOrNo("confirmed", false),
                object.constant("unit", CountUnit.class, CountUnit.EVENT),
                lookback(object));
        object.done();
        return count;
    }

    private Criterion density(YamlObject object) {
        DensityState density = new DensityState(
                object.constant("state", DensityState.State.class),
                object.has("zAtMost") ? object.number("zAtMost") : Double.NaN,
                object.constants("sites", DensitySite.class),
                object.constant("zScore", ZScoreChoice.class, ZScoreChoice.ADJUSTED_ELSE_RAW),
                object.has("around") ? criterion(object, "around") : null,
                object.integer("daysBefore", 0, LONGEST_DAYS, 0),
                object.integer("daysAfter", 0, LONGEST_DAYS, 0),
                optional(object, "beforeAgeYears", OLDEST));
        if (density.state() == DensityState.State.LOW && Double.isNaN(density.zAtMost())) {
            object.problem("zAtMost", "the Z-score at or below which a result is low");
        }
        if (density.sites().isEmpty()) {
            object.problem("sites", "at least one site of the skeleton");
        }
        object.done();
        return density;
    }

    private static Criterion fall(YamlObject object) {
        DensityFall fall = new DensityFall(
                object.number("atLeast"),
                object.integer("fromDays", 1, LONGEST_DAYS),
                object.integer("toDays", 1, LONGEST_DAYS),
                object.constants("sites", DensitySite.class));
        object.done();
        return fall;
    }

    private Criterion records(YamlObject object) {
        RecordCount count = new RecordCount(
                object.constants("roles", Role.class),
                new LinkedHashSet<>(object.texts("items")),
                object.integer("minDates", 1, 1000),
                object.integer("daysApart", 0, LONGEST_DAYS, 0),
                object.yesOrNo("orInpatient", false),
                optional(object, "beforeAgeYears", OLDEST),
                object.has("after") ? criterion(object, "after") : null);
        if (count.roles().isEmpty() && count.items().isEmpty()) {
            object.problem("items", "at least one item or role");
        }
        object.done();
        return count;
    }

    private Criterion cause(YamlObject object) {
        CauseInEffect cause = new CauseInEffect(
                TagGroups.named(object, "roles"),
                new LinkedHashSet<>(object.texts("items")),
                criterion(object, "around"),
                object.integer("daysAfter", 0, LONGEST_DAYS, 0));
        if (cause.roles().isEmpty() && cause.items().isEmpty()) {
            object.problem("items", "at least one item or role");
        }
        object.done();
        return cause;
    }

    private static Criterion leftTruncated(YamlObject object) {
        object.done();
        return new LeftTruncated();
    }

    /** Within how many days the fractures must lie; the word {@code all} stands for the whole record. */
    private static Integer lookback(YamlObject object) {
        boolean all = object.isText("withinDays") && object.text("withinDays").equals("all");
        return all ? null : optional(object, "withinDays", LONGEST_DAYS);
    }

    private static Integer optional(YamlObject object, String key, int most) {
        return object.has(key) ? object.integer(key, 1, most) : null;
    }
}
