package org.osteocohort.assess;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.measure.Measures;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.quality.QualityChecks;
import org.osteocohort.phenotype.Assessor;
import org.osteocohort.phenotype.ClinicalRules;
import org.osteocohort.phenotype.Phenotype;
import org.osteocohort.phenotype.PhenotypeReader;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.statistics.StandardPopulation;

/**
 * Everything that is asked of each child, read and checked before Spark starts, and sent to every worker once.
 *
 * @param lastDays the day on which each site's extract was made, where that is told
 */
public record Study(
        CodeSets codeSets,
        ClinicalRules rules,
        Plausibility plausibility,
        List<Phenotype> phenotypes,
        StudyFrame frame,
        QualityChecks qualityChecks,
        Map<String, LocalDate> lastDays)
        implements Serializable {
    public Study {
        phenotypes = List.copyOf(phenotypes);
        lastDays = Map.copyOf(lastDays);
    }

    /**
     * The study of a job.
     *
     * @throws BadJobException with every mistake in the code sets, the rules, the definitions and the standards
     */
    public static Study of(Job job) {
        List<Problem> problems = new ArrayList<>();
        CodeSetReader codes = CodeSetReader.read(job.codeSets(), job.localCodes());
        problems.addAll(codes.problems());
        ClinicalRules rules = ClinicalRules.read(job.codeSets(), problems)
                .with(job.boneReference(), job.heightAdjustment(), problems);
        Plausibility plausibility = Plausibility.read(job.codeSets(), problems);
        List<Phenotype> phenotypes = new ArrayList<>();
        for (Path file : job.phenotypes()) {
            phenotypes.add(PhenotypeReader.read(file, problems));
        }
        QualityChecks qualityChecks = QualityChecks.read(job.codeSets(), problems);
        List<StandardPopulation> standards = Standards.read(job, problems);
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
        List<StudyPhenotype> names = phenotypes.stream()
                .map(phenotype -> new StudyPhenotype(phenotype.name(), phenotype.asksForFracture()))
                .toList();
        StudyFrame frame = StudyFrame.of(job, names, codes.rows()).standardizedTo(standards);
        Map<String, LocalDate> lastDays = job.extracts().stream()
                .filter(extract -> extract.extractDate() != null)
                .collect(Collectors.toMap(Extract::site, Extract::extractDate));
        return new Study(new CodeSets(codes.rows()), rules, plausibility, phenotypes, frame, qualityChecks, lastDays);
    }

    /** A new core, for one thread. */
    Assessor assessor() {
        return new Assessor(codeSets, rules, phenotypes);
    }

    /** Everything that is counted, anew. */
    public Measures measures() {
        return Measures.of(frame, qualityChecks);
    }

    /** Whether the child is observed on any day of the study. */
    boolean observed(PatientHistory history) {
        return history.observation().stream()
                .anyMatch(period ->
                        !period.start().isAfter(frame.end()) && !period.end().isBefore(frame.start()));
    }
}
