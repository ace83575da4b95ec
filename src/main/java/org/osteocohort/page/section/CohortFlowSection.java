package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Flow;
import org.osteocohort.page.view.FlowStep;
import org.osteocohort.page.view.Section;

/** Who is counted: from all patients, rule by rule, to the confirmed cases. */
public final class CohortFlowSection {
    private static final List<String> COLUMNS = List.of("Rule", "Pass", "Excluded", "Fail only this rule", "Records");

    private CohortFlowSection() {}

    /** Part of the page about attrition, the first definition open. */
    public static Section of(PublishedTables tables) {
        Map<String, List<AttritionRow>> definitions = new LinkedHashMap<>();
        tables.rows(AttritionRow.TABLE)
                .forEach(row -> definitions
                        .computeIfAbsent(row.phenotype(), name -> new ArrayList<>())
                        .add(row));
        List<Flow> flows = new ArrayList<>();
        definitions.forEach((name, rows) -> flows.add(flow(name, rows, flows.isEmpty())));
        return new Section(
                "flow",
                "Who is counted?",
                List.of("Each step keeps the children who also pass the rule."),
                flows,
                List.of(),
                List.of(),
                List.of(),
                List.of("Fractures treated elsewhere, before the record begins, or never coded are not seen."));
    }

    private static Flow flow(String phenotype, List<AttritionRow> rows, boolean open) {
        String title = Names.definition(phenotype);
        List<List<Cell>> lines = rows.stream()
                .map(row -> List.of(
                        Cell.words(row.stepText()),
                        Scale.count(row.personsOut(), row.valueStatus()),
                        Scale.count(row.excludedPersons(), row.valueStatus()),
                        Scale.count(row.failOnlyThisPersons(), row.valueStatus()),
                        Scale.count(row.recordsOut(), row.valueStatus())))
                .toList();
        return new Flow(
                title,
                open,
                rows.stream().map(CohortFlowSection::step).toList(),
                new DataTable("Cohort flow, " + title, COLUMNS, lines));
    }

    private static FlowStep step(AttritionRow row) {
        boolean nobodyLost = row.excludedPersons() != null && row.excludedPersons() == 0;
        return new FlowStep(
                row.stepText(),
                Scale.count(row.personsOut(), row.valueStatus()),
                nobodyLost ? null : Scale.count(row.excludedPersons(), row.valueStatus()));
    }
}
