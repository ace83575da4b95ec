package org.osteocohort.generate.truth;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osteocohort.generate.design.DesignedFracture;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.phenotype.Etiology;

/** The truth of one child, gathered. */
public final class TruthRules {
    private TruthRules() {}

    /** @param patientId the patient as the reports name them */
    public static Truth evaluate(String patientId, DesignedPatient patient) {
        FractureTruth fractures = new FractureTruth(patient);
        DensityTruth density = new DensityTruth(patient);
        CauseTruth causes = new CauseTruth(patient);
        DefinitionTruth definitions = new DefinitionTruth(patient, fractures, density, causes);
        Finding seed = definitions.urmcSeed();
        Finding iscd = definitions.iscd2019();
        Finding ward = definitions.wardBroad();
        String basis = seed.met() ? "URMC_SEED" : ward.met() ? "WARD_BROAD" : "";
        LocalDate index = seed.met() ? seed.index() : ward.index();
        Etiology etiology = index == null ? null : EtiologyTruth.of(patient, causes, index);
        List<DesignedFracture> counted = fractures.counted();
        return new Truth(
                patientId,
                patient.archetype(),
                seed.caseClass().name(),
                iscd.caseClass().name(),
                ward.caseClass().name(),
                definitions.dxCode().caseClass().name(),
                counted.size(),
                fractures.qualifying().size(),
                fractures.longBones(10).size(),
                fractures.longBones(19).size(),
                fractures.compressions().size(),
                joined(counted, event -> event.date().toString()),
                joined(counted, TruthRules::sites),
                joined(counted, event -> event.energy().name()),
                lowest(density),
                joined(causes.ever()),
                joined(causes.everChronic()),
                joined(causes.eras()),
                joined(treatments(patient)),
                text(etiology),
                basis,
                text(seed.index()),
                text(iscd.index()),
                joined(definitions.flags()));
    }

    private static String sites(DesignedFracture event) {
        return event.bones().stream()
                .map(broken -> broken.bone().site())
                .distinct()
                .collect(Collectors.joining("+"));
    }

    private static String lowest(DensityTruth density) {
        return density.all().stream()
                .map(DensityTruth.UsableZ::z)
                .min(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("");
    }

    private static SortedSet<String> treatments(DesignedPatient patient) {
        SortedSet<String> items = new TreeSet<>();
        patient.courses().forEach(course -> items.addAll(course.drug().item().treatments()));
        patient.care().stream()
                .map(item -> item.care().treatment())
                .filter(Objects::nonNull)
                .forEach(items::add);
        return items;
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(";"));
    }

    private static String joined(Collection<String> values) {
        return String.join(";", values);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
