package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.util.List;

/**
 * One accident with all its broken bones: exactly one event by design, or none when only aftercare is coded.
 *
 * @param date the day of the first row
 */
public record DesignedFracture(LocalDate date, List<BrokenBone> bones, Energy energy, Nature nature, RowPattern rows) {
    public DesignedFracture {
        bones = List.copyOf(bones);
    }

    public boolean has(BoneKind kind) {
        return bones.stream().anyMatch(broken -> broken.bone().kind() == kind);
    }
}
