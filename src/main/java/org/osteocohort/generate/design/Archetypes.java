package org.osteocohort.generate.design;

import java.util.List;
import java.util.stream.Stream;

/** Every sort of child there is. */
public final class Archetypes {
    public static final List<Archetype> ALL = Stream.of(
                    CommonArchetypes.ALL,
                    LimbArchetypes.ALL,
                    VertebralArchetypes.ALL,
                    DensityArchetypes.ALL,
                    CauseArchetypes.ALL,
                    RowArchetypes.ALL,
                    TrapArchetypes.ALL,
                    DiagnosisArchetypes.ALL)
            .flatMap(List::stream)
            .toList();

    private Archetypes() {}
}
