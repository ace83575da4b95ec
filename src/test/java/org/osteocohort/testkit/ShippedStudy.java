package org.osteocohort.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.RememberedMatches;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.job.PointInPeriod;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.job.StratumColumn;
import org.osteocohort.phenotype.Assessor;
import org.osteocohort.phenotype.ClinicalRules;
import org.osteocohort.phenotype.Phenotype;
import org.osteocohort.phenotype.PhenotypeReader;
import org.osteocohort.problem.Problem;
import org.osteocohort.tag.CodedHistory;

/** The code sets, rules and definitions that the project ships, as tests use them; they must be without a mistake. */
public final class ShippedStudy {
    /** For tests that look at something else: the reports of a whole study take longer than a small study itself. */
    public static final ReportSettings FEW_REPORTS = new ReportSettings(
            Set.of(PeriodKind.STUDY, PeriodKind.YEAR),
            ReportSettings.USUAL.ageBandStarts(),
            List.of(),
            List.of(Set.of(StratumColumn.SEX)),
            PointInPeriod.FIRST_DAY,
            0,
            null,
            0,
            ReportSettings.USUAL.interval());

    public static final Path FOLDER = Path.of("jobs/pediatric-osteoporosis");
    public static final CodeSets CODE_SETS;
    public static final ClinicalRules RULES;

    static {
        List<Problem> problems = new ArrayList<>();
        CodeSetReader codes =
                CodeSetReader.read(FOLDER.resolve("codes"), List.of(FOLDER.resolve("sample-local-codes.csv")));
        problems.addAll(codes.problems());
        RULES = ClinicalRules.read(FOLDER.resolve("codes"), problems);
        CODE_SETS = new CodeSets(codes.rows());
        require(problems);
    }

    private ShippedStudy() {}

    /** A history as the clinical engines read it. */
    public static CodedHistory coded(PatientHistory history) {
        return CodedHistory.of(history, new RememberedMatches(CODE_SETS));
    }

    /** The same from a picture. */
    public static CodedHistory coded(String picture) {
        return coded(Histories.parse(picture));
    }

    /** One of the shipped definitions, by its file's name without the ending. */
    public static Phenotype phenotype(String file) {
        List<Problem> problems = new ArrayList<>();
        Phenotype phenotype = PhenotypeReader.read(FOLDER.resolve("phenotypes/" + file + ".yaml"), problems);
        require(problems);
        return phenotype;
    }

    public static Assessor assessor(String... phenotypes) {
        return new Assessor(
                CODE_SETS,
                RULES,
                Stream.of(phenotypes).map(ShippedStudy::phenotype).toList());
    }

    private static void require(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError("the shipped study has mistakes: " + problems);
        }
    }
}
