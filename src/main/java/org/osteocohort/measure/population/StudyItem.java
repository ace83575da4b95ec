package org.osteocohort.measure.population;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One cause of osteoporosis that the reports count. */
public record StudyItem(ItemKind kind, String item) implements Comparable<StudyItem>, Serializable {
    /** The two rows of the seed page that are one class of drugs: the steroids and the corticosteroids. */
    private static final Set<String> GLUCOCORTICOIDS = Set.of("steroids", "corticosteroids");

    private static final StudyItem ANY_GLUCOCORTICOID = new StudyItem(ItemKind.MEDICATION_UNION, "any_glucocorticoid");
    private static final Comparator<StudyItem> ORDER =
            Comparator.comparing(StudyItem::kind).thenComparing(StudyItem::item);

    public StudyItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(item, "item");
    }

    /** The items that hold whenever this one holds, without itself. */
    public List<StudyItem> wider() {
        List<StudyItem> wider = new ArrayList<>();
        int dot = item.indexOf('.');
        if (kind == ItemKind.SECONDARY_CAUSE && dot > 0) {
            wider.add(new StudyItem(ItemKind.SEED_ROW, item.substring(0, dot)));
        }
        if (kind == ItemKind.MEDICATION && GLUCOCORTICOIDS.contains(item)) {
            wider.add(ANY_GLUCOCORTICOID);
        }
        return wider;
    }

    @Override
    public int compareTo(StudyItem other) {
        return ORDER.compare(this, other);
    }
}
