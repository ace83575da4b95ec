package org.osteocohort.measure.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;

/** How secondary causes and medications come together in a child; each child of a cohort is of one level. */
public enum CauseOverlap {
    CAUSE_ALONE(true, false),
    CAUSE_AND_MEDICATION(true, true),
    MEDICATION_ALONE(false, true),
    NEITHER(false, false);

    private final String label = name().toLowerCase(Locale.ROOT);

    private static final StudyItem CAUSE = any(ItemKind.SECONDARY_CAUSE);
    private static final StudyItem MEDICATION = any(ItemKind.MEDICATION);

    /** Who has any cause, and who takes any medication: each holds two of the levels. */
    public static final List<StudyItem> ANY = List.of(CAUSE, MEDICATION);

    private final boolean cause;
    private final boolean medication;

    CauseOverlap(boolean cause, boolean medication) {
        this.cause = cause;
        this.medication = medication;
    }

    public String label() {
        return label;
    }

    /** The level of a child with these causes in effect, and whether it has any cause and any medication. */
    static List<StudyItem> of(Collection<StudyItem> inEffect) {
        boolean anyCause = inEffect.stream().anyMatch(item -> item.kind() == ItemKind.SECONDARY_CAUSE);
        boolean anyMedication = inEffect.stream().anyMatch(item -> item.kind() == ItemKind.MEDICATION);
        CauseOverlap level = Arrays.stream(values())
                .filter(one -> one.cause == anyCause && one.medication == anyMedication)
                .findFirst()
                .orElseThrow();
        List<StudyItem> items = new ArrayList<>(level.wider());
        items.add(level.item());
        return items;
    }

    /** Every level, and what holds several of them. */
    static List<StudyItem> items() {
        List<StudyItem> items =
                new ArrayList<>(Arrays.stream(values()).map(CauseOverlap::item).toList());
        items.addAll(ANY);
        return items;
    }

    /** What holds whenever an item of this kind does. */
    public static List<StudyItem> wider(ItemKind kind) {
        return switch (kind) {
            case SECONDARY_CAUSE, SEED_ROW -> List.of(CAUSE);
            case MEDICATION, MEDICATION_UNION -> List.of(MEDICATION);
            case PHENOTYPE, ETIOLOGY, OVERLAP, ANY, LIFESTYLE -> List.of();
        };
    }

    /** What holds whenever this level does; the levels add up to it. */
    public List<StudyItem> wider() {
        List<StudyItem> wider = new ArrayList<>();
        if (cause) {
            wider.add(CAUSE);
        }
        if (medication) {
            wider.add(MEDICATION);
        }
        return wider;
    }

    private StudyItem item() {
        return new StudyItem(ItemKind.OVERLAP, label());
    }

    private static StudyItem any(ItemKind kind) {
        return new StudyItem(ItemKind.ANY, kind.label());
    }
}
