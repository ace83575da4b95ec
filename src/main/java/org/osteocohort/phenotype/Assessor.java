package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.codes.CodeSets;
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

/** The clinical core: one child's records in, everything the study says of the child out. Holds no state of a child. */
public final class Assessor {
    private final CodeSets codeSets;
    private final ClinicalRules rules;
    private final List<Phenotype> phenotypes;
    private final BoneDensityEngine boneDensity;
    private final ExposureEngine exposures;
    private final MedicationTags medicationTags;
    private final TagEngine tags;
    private final EtiologyEngine etiology;

    public Assessor(CodeSets codeSets, ClinicalRules rules, List<Phenotype> phenotypes) {
        this.codeSets = codeSets;
        this.rules = rules;
        this.phenotypes = List.copyOf(phenotypes);
        this.boneDensity = new BoneDensityEngine(rules.density(), rules.boneReference(), rules.heightAdjustment());
        this.exposures = new ExposureEngine(rules.drugs());
        this.medicationTags = new MedicationTags(exposures, rules.tags().rule(MedicationTags.GROUP, ""));
        this.tags = new TagEngine(rules.tags());
        this.etiology = new EtiologyEngine(rules.etiology());
    }

    /** Assesses one child by every definition of the study. */
    public Assessment assess(PatientHistory history) {
        CodedHistory coded = CodedHistory.of(history, codeSets);
        Map<FractureSettings, List<FractureEvent>> fractures = new HashMap<>();
        List<FractureEvent> common = fractures(coded, rules.fractures(), fractures);
        List<BoneDensity> densities = boneDensity.results(coded);
        List<DrugEra> eras = exposures.eras(coded);
        List<Tag> allTags = new ArrayList<>(tags.tags(coded));
        allTags.addAll(medicationTags.tags(coded, eras));
        List<Verdict> verdicts = new ArrayList<>();
        for (Phenotype phenotype : phenotypes) {
            List<FractureEvent> events = fractures(coded, rules.fractures().with(phenotype.fractureRules()), fractures);
            verdicts.add(verdict(phenotype, new Findings(coded, events, densities, eras, allTags)));
        }
        return new Assessment(history, common, densities, eras, allTags, verdicts);
    }

    private static List<FractureEvent> fractures(
            CodedHistory coded, FractureSettings settings, Map<FractureSettings, List<FractureEvent>> known) {
        return known.computeIfAbsent(settings, own -> new FractureEngine(own).events(coded));
    }

    private Verdict verdict(Phenotype phenotype, Findings findings) {
        Phenotype.Judgement judgement = phenotype.judge(findings);
        ClassRule rule = judgement.rule();
        if (rule == null) {
            return Verdict.notMet(phenotype.name(), judgement.flags());
        }
        Outcome outcome = judgement.outcome();
        return new Verdict(
                phenotype.name(),
                rule.caseClass(),
                rule.path(),
                outcome.on(),
                outcome.series().stream()
                        .map(FractureSeries::first)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                etiology.etiology(findings, outcome.on()),
                etiology.causes(findings, outcome.on()),
                judgement.flags(),
                outcome.evidence());
    }
}
