package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.RememberedMatches;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.density.BoneDensityEngine;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.exposure.ExposureEngine;
import org.osteocohort.exposure.MedicationTags;
import org.osteocohort.fracture.FractureEngine;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.fracture.FractureSettings;
import org.osteocohort.tag.CodedHistory;
import org.osteocohort.tag.Tag;
import org.osteocohort.tag.TagEngine;

/**
 * The clinical core: one child's records in, everything the study says of the child out. Holds no state of a child, but
 * remembers what codes mean, so it is for one thread.
 */
public final class Assessor {
    private final RememberedMatches codes;
    private final Map<FractureSettings, FractureEngine> fractureEngines = new LinkedHashMap<>();
    private final FractureSettings commonFractures;
    private final List<Definition> definitions;
    private final BoneDensityEngine boneDensity;
    private final ExposureEngine exposures;
    private final MedicationTags medicationTags;
    private final TagEngine tags;
    private final EtiologyEngine etiology;

    /** A phenotype and the settings by which its fracture events are made. */
    private record Definition(Phenotype phenotype, FractureSettings fractures) {}

    public Assessor(CodeSets codeSets, ClinicalRules rules, List<Phenotype> phenotypes) {
        this.codes = new RememberedMatches(codeSets);
        this.commonFractures = rules.fractures();
        this.definitions = phenotypes.stream()
                .map(phenotype -> new Definition(phenotype, commonFractures.with(phenotype.fractureRules())))
                .toList();
        this.fractureEngines.put(commonFractures, new FractureEngine(commonFractures));
        this.definitions.forEach(
                definition -> fractureEngines.computeIfAbsent(definition.fractures(), FractureEngine::new));
        this.boneDensity = new BoneDensityEngine(rules.density(), rules.boneReference(), rules.heightAdjustment());
        this.exposures = new ExposureEngine(rules.drugs());
        this.medicationTags = new MedicationTags(exposures, rules.tags().rule(MedicationTags.GROUP, ""));
        this.tags = new TagEngine(rules.tags());
        this.etiology = new EtiologyEngine(rules.etiology());
    }

    /** Assesses one child by every definition of the study. */
    public Assessment assess(PatientHistory history) {
        CodedHistory coded = CodedHistory.of(history, codes);
        Map<FractureSettings, List<FractureEvent>> fractures = new HashMap<>();
        fractureEngines.forEach((settings, engine) -> fractures.put(settings, engine.events(coded)));
        List<BoneDensity> densities = boneDensity.results(coded);
        List<DrugEra> eras = exposures.eras(coded);
        List<Tag> allTags = allTags(coded, eras);
        List<Verdict> verdicts = new ArrayList<>(definitions.size());
        for (Definition definition : definitions) {
            List<FractureEvent> events = fractures.get(definition.fractures());
            verdicts.add(verdict(definition.phenotype(), new Findings(coded, events, densities, eras, allTags)));
        }
        return new Assessment(history, fractures.get(commonFractures), densities, eras, allTags, verdicts);
    }

    private List<Tag> allTags(CodedHistory coded, List<DrugEra> eras) {
        List<Tag> all = new ArrayList<>(tags.tags(coded));
        all.addAll(medicationTags.tags(coded, eras));
        return List.copyOf(all);
    }

    private Verdict verdict(Phenotype phenotype, Findings findings) {
        Phenotype.Judgement judgement = phenotype.judge(findings);
        ClassHistory history = judgement.stays().isEmpty()
                ? ClassHistory.NONE
                : new ClassHistory(judgement.stays().stream()
                        .map(stay -> span(phenotype, stay, findings))
                        .toList());
        return new Verdict(phenotype.name(), history, judgement.flags());
    }

    private ClassSpan span(Phenotype phenotype, Stay stay, Findings findings) {
        LocalDate index = stay.from();
        return new ClassSpan(
                phenotype.name(),
                stay.way().rule().caseClass(),
                stay.way().rule().path(),
                index,
                stay.until(),
                stay.firstFracture(),
                etiology.etiology(findings, index),
                etiology.causes(findings, index),
                stay.evidence());
    }
}
