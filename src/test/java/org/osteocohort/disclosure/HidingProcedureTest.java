package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osteocohort.disclosure.DisclosureControl.Disclosed;
import org.osteocohort.disclosure.DrawnTables.Shape;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.cohort.PhenotypeOverlapRow;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.table.Table;
import org.osteocohort.testkit.RandomChildren;

/**
 * A run shows again what the last one showed that decided about the same ({@link DecisionBasis}), so that nobody sees a
 * change of the procedure until its number is raised.
 */
class HidingProcedureTest {
    private static final int THRESHOLD = 11;
    private static final int DIGITS = 16;
    private static final int SEEDS = 10;

    private static final Set<Table<?>> WITH_HEADLINES = Set.of(
            PrevalenceRow.TABLE,
            IncidenceRow.TABLE,
            CauseProfileRow.TABLE,
            PhenotypeOverlapRow.TABLE,
            AttritionRow.TABLE);

    /** Digests of what is decided on, the procedure's number with it, and of what is hidden. */
    private static final String KEPT = """
            TWO_WAY 7a26f85f5ce66bdd afb497a849c93786
            THREE_WAY f32be1902df6f9cb 1ed751c1becfd656
            NESTED_CLASSES a5050c92087bf5ac b89aeab36f80ddb7
            CHAIN 70980101452e0ed4 2d51e113a18a2892
            COVERAGE 618bedaf2951446f 39ed060e47b5e749
            ATTRITION 43b183dbb2b10921 f7af1ef7df86539c
            LINKED 0ba15812f75cd8ce c2620a5b79740c9b
            REPORTS 9005426d7103a73a d5de581c360364b9
            NEXT_REPORTS 96e865e1bcbb0b06 040c3e95729e9949
            """;

    /** What samples decide on, and hide. */
    private final Map<String, String> decisions = new LinkedHashMap<>();

    private void add(String sample, List<String> decidedOn, List<String> hidden) {
        decisions.put(sample + " " + digest(decidedOn), digest(hidden));
    }

    private static String digest(List<String> lines) {
        return Digest.ofText(String.join("\n", lines)).substring(0, DIGITS);
    }

    private void addDrawn(Shape shape) {
        List<String> decidedOn = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<int[]> children = DrawnTables.children(random, 60 + random.nextInt(300));
            List<ReleasedRow> ledger = List.of();
            for (int night = 0; night < 2; night++) {
                CellSystem system = DrawnTables.of(shape, children, 3).system();
                Suppression suppression = Suppression.of(system, THRESHOLD, Ledger.of(ledger));
                ledger = suppression.released();
                decidedOn.addAll(DecisionBasis.of(system, new CellGroups(system), THRESHOLD));
                hidden.add(IntStream.range(0, system.size())
                        .filter(cell -> !suppression.hidden().visible(cell))
                        .mapToObj(cell -> DrawnTables.name(system.cell(cell)))
                        .collect(Collectors.joining(" ")));
                children = DrawnTables.changed(children, random, 12);
            }
        }
        add(shape.name(), decidedOn, hidden);
    }

    private List<ReleasedRow> addReports(String sample, List<Assessment> children, List<ReleasedRow> ledger) {
        Disclosed disclosed = new DisclosureControl(THRESHOLD).apply(counted(children), Ledger.of(ledger));
        List<String> decidedOn = disclosed.released().stream()
                .map(ReleasedRow::decidedOn)
                .distinct()
                .toList();
        List<String> hidden = disclosed.suppressed().stream()
                .map(row -> row.counted() + " " + row.cell())
                .toList();
        add(sample, decidedOn, hidden);
        return disclosed.released();
    }

    /** The tables that hold headlines, with one treatment, since most numbers are of treatments. */
    private static List<TableRows<?>> counted(List<Assessment> children) {
        List<TableRows<?>> few = new ArrayList<>();
        for (TableRows<?> rows : TwoSites.counted(TwoSites.FRAME, children)) {
            if (rows.table() == TreatmentCoverageRow.TABLE) {
                List<TreatmentCoverageRow> one = rows.rows().stream()
                        .map(TreatmentCoverageRow.class::cast)
                        .filter(row -> row.treatment().equals("bisphosphonate.any"))
                        .toList();
                few.add(new TableRows<>(TreatmentCoverageRow.TABLE, one));
            } else if (WITH_HEADLINES.contains(rows.table())) {
                few.add(rows);
            }
        }
        return few;
    }

    @Test
    void anotherProcedureHasAnotherNumber() {
        for (Shape shape : Shape.values()) {
            addDrawn(shape);
        }
        List<Assessment> children = RandomChildren.of(6, 310);
        List<ReleasedRow> ledger = addReports("REPORTS", children.subList(0, 300), List.of());
        addReports("NEXT_REPORTS", children.subList(4, 310), ledger);

        List<String> kept = KEPT.lines().toList();
        List<String> now = new ArrayList<>();
        decisions.forEach((basis, hidden) -> now.add(basis + " " + hidden));
        assertThat(now)
                .as("what is hidden has changed: raise DecisionBasis.PROCEDURE, and write the new digests here")
                .containsAll(kept.stream().filter(this::isDecidedOnNow).toList());
        assertThat(now)
                .as("what is decided on has changed, or the procedure's number: write the new digests here")
                .isEqualTo(kept);
    }

    private boolean isDecidedOnNow(String decision) {
        return decisions.containsKey(decision.substring(0, decision.lastIndexOf(' ')));
    }
}
