package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.page.view.Answer;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;

/**
 * The answer at a glance: how many, why, how many are treated, by the first definition of the job. Each number is of the
 * surest class whose number may be shown, and says which class that is. No child is of a kind that is shown as zero, so
 * that it is no answer to why.
 */
public final class Headline {
    private static final String STUDY = "study";
    private static final int NAMED_KINDS = 3;
    private static final List<String> COLUMNS =
            List.of("Definition", "Class", "Cases", "Children", "Per 10,000", "95 % interval", "Bisphosphonate, %");

    private final String phenotype;
    private final List<PrevalenceRow> prevalence;
    private final List<CauseProfileRow> kinds;
    private final List<TreatmentCoverageRow> coverage;

    /** The answers by one definition. */
    public Headline(PublishedTables tables, String phenotype) {
        this.phenotype = phenotype;
        this.prevalence = prevalence(tables);
        this.kinds = kinds(tables, phenotype);
        this.coverage = coverage(tables);
    }

    /** The three questions of the study. */
    public List<Answer> answers() {
        return List.of(howMany(), why(), treated());
    }

    private Answer howMany() {
        List<PrevalenceRow> rows =
                prevalence.stream().filter(row -> row.item().equals(phenotype)).toList();
        String question = "How many have osteoporosis?";
        Optional<PrevalenceRow> told = surest(rows, PrevalenceRow::caseClass, PrevalenceRow::estimate);
        if (told.isEmpty()) {
            return untold(question, rows, PrevalenceRow::valueStatus);
        }
        PrevalenceRow row = told.get();
        return new Answer(
                question,
                Scale.PER_10_000.cell(row.estimate(), row.valueStatus()),
                Scale.PER_10_000.unit(),
                List.of(
                        "95 % interval " + interval(Scale.PER_10_000, row.ciLow(), row.ciHigh()),
                        Scale.count(row.numerator(), row.valueStatus()).text() + " of "
                                + Scale.count(row.denominator(), row.valueStatus())
                                        .text() + " observed children; " + whose(row.caseClass())));
    }

    private Answer why() {
        String question = "Why?";
        List<CauseProfileRow> ofSomebody = kinds.stream()
                .filter(row -> row.estimate() != null && row.estimate() > 0)
                .sorted(Comparator.comparing(CauseProfileRow::estimate, Comparator.reverseOrder())
                        .thenComparing(CauseProfileRow::item))
                .toList();
        Optional<CauseProfileRow> surest = surest(ofSomebody, CauseProfileRow::caseClass, CauseProfileRow::estimate);
        if (surest.isEmpty()) {
            return untold(question, kinds, CauseProfileRow::valueStatus);
        }
        CauseProfileRow first = surest.get();
        String caseClass = first.caseClass();
        String others = ofSomebody.stream()
                .filter(row -> row.caseClass().equals(caseClass))
                .skip(1)
                .limit(NAMED_KINDS)
                .map(row -> Names.inSentence(row.item()) + " " + Scale.PERCENT.text(row.estimate()) + " %")
                .collect(Collectors.joining("; "));
        List<String> details = new ArrayList<>();
        details.add("95 % interval " + interval(Scale.PERCENT, first.ciLow(), first.ciHigh()) + " %");
        details.add((others.isEmpty() ? "" : "then " + others + "; ") + whose(caseClass));
        if (kinds.stream().anyMatch(row -> row.caseClass().equals(caseClass) && isHidden(row.valueStatus()))) {
            details.add("A kind whose number is hidden may be more common.");
        }
        return new Answer(
                question,
                Cell.number(Scale.PERCENT.text(first.estimate()) + " %"),
                "are " + Names.inSentence(first.item()),
                details);
    }

    private Answer treated() {
        List<TreatmentCoverageRow> rows = coverage.stream()
                .filter(row -> row.phenotype().equals(phenotype))
                .toList();
        String question = "How many are treated?";
        Optional<TreatmentCoverageRow> told =
                surest(rows, TreatmentCoverageRow::caseClass, TreatmentCoverageRow::estimate);
        if (told.isEmpty()) {
            return untold(question, rows, TreatmentCoverageRow::valueStatus);
        }
        TreatmentCoverageRow row = told.get();
        return new Answer(
                question,
                Cell.number(Scale.PERCENT.text(row.estimate()) + " %"),
                "had a bisphosphonate within a year",
                List.of(
                        "95 % interval " + interval(Scale.PERCENT, row.ciLow(), row.ciHigh()) + " %; expected: most",
                        Scale.count(row.treated(), row.valueStatus()).text() + " of "
                                + Scale.count(row.denominator(), row.valueStatus())
                                        .text() + " children; " + whose(row.caseClass())));
    }

    /** Why none of the rows tells a number: there are none, one is hidden, or they are of nobody. */
    private static <R> Answer untold(String question, List<R> rows, Function<R, String> status) {
        if (rows.stream().anyMatch(row -> isHidden(status.apply(row)))) {
            return new Answer(
                    question,
                    Cell.hidden(),
                    "in every class of this definition",
                    List.of("Telling it would help to point at a few children."));
        }
        return new Answer(question, Cell.none(), rows.isEmpty() ? "not counted" : "no child to tell of", List.of());
    }

    private static boolean isHidden(String status) {
        return status.equals(ValueStatus.SUPPRESSED.label());
    }

    private String whose(String caseClass) {
        return Names.definition(phenotype) + ", " + Names.caseClass(caseClass);
    }

    private static String interval(Scale scale, Double low, Double high) {
        return low == null || high == null ? Cell.HIDDEN : scale.interval(low, high);
    }

    /** The row of the surest class that tells its number. */
    private static <R> Optional<R> surest(List<R> rows, Function<R, String> caseClass, Function<R, Double> number) {
        for (CaseGroup group : CaseGroup.values()) {
            Optional<R> told = rows.stream()
                    .filter(row -> caseClass.apply(row).equals(group.label()) && number.apply(row) != null)
                    .findFirst();
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private static List<PrevalenceRow> prevalence(PublishedTables tables) {
        return tables.rows(PrevalenceRow.TABLE).stream()
                .filter(row -> row.kind().equals(ItemKind.PHENOTYPE.label())
                        && row.prevalenceType().equals(PrevalenceType.PERIOD.label())
                        && row.denominatorName().equals(Denominator.OBSERVED.label())
                        && row.period().equals(STUDY)
                        && Names.whole(
                                row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site()))
                .toList();
    }

    private static List<CauseProfileRow> kinds(PublishedTables tables, String phenotype) {
        return tables.rows(CauseProfileRow.TABLE).stream()
                .filter(row -> row.phenotype().equals(phenotype)
                        && row.kind().equals(ItemKind.ETIOLOGY.label())
                        && Names.whole(row.sex(), row.ageGroup(), row.ageBand()))
                .toList();
    }

    private static List<TreatmentCoverageRow> coverage(PublishedTables tables) {
        return tables.rows(TreatmentCoverageRow.TABLE).stream()
                .filter(row -> row.treatment().equals(CoverageSection.ANY_BISPHOSPHONATE)
                        && row.windowName().equals(CoverageSection.window(row.treatment()))
                        && row.denominatorName().equals(CoverageSection.WHOLE_COHORT)
                        && Names.whole(row.sex(), row.ageGroup(), row.ageBand()))
                .toList();
    }

    /** Every definition and class side by side. */
    public Figure overview() {
        String title = "Every definition";
        List<List<Cell>> lines = prevalence.stream().map(this::line).toList();
        return Figure.of(
                "Cases among the children observed on any day of the study. Bisphosphonate: within a year of the index "
                        + "date, a floor, since who left counts as not treated.",
                new DataTable(title, COLUMNS, lines));
    }

    private List<Cell> line(PrevalenceRow row) {
        Cell treated = coverage.stream()
                .filter(covered -> covered.phenotype().equals(row.item())
                        && covered.caseClass().equals(row.caseClass()))
                .findFirst()
                .map(covered -> Scale.PERCENT.cell(covered.estimate(), covered.valueStatus()))
                .orElse(Cell.none());
        return List.of(
                Cell.words(Names.definition(row.item())),
                Cell.words(Names.caseClass(row.caseClass())),
                Scale.count(row.numerator(), row.valueStatus()),
                Scale.count(row.denominator(), row.valueStatus()),
                Scale.PER_10_000.cell(row.estimate(), row.valueStatus()),
                Scale.PER_10_000.cell(row.ciLow(), row.ciHigh(), row.valueStatus()),
                treated);
    }
}
