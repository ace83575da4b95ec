package org.osteocohort.measure.cohort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyBranch;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.Verdict;
import org.osteocohort.table.Table;

/**
 * Where the patients go on the way from all of them to a cohort. Every step is written, also when nobody is left, and
 * nobody leaves for a missing sex, which is a level of its own.
 */
public final class AttritionMeasure implements Measure<AttritionRow> {
    private static final String NAME = "attrition";
    private static final String PERSONS = "persons";
    private static final String RECORDS = "records";
    private static final String NONE = "none";

    private final StudyFrame frame;
    private final Map<String, List<AttritionStep>> stepsOf = new HashMap<>();

    public AttritionMeasure(StudyFrame frame) {
        this.frame = frame;
        frame.phenotypes().forEach(phenotype -> stepsOf.put(phenotype.name(), AttritionStep.of(phenotype)));
    }

    /** Persons (or records) of one phenotype, by the first step they fail and by the only step they fail. */
    private record Losses(Map<String, Long> atStep, Map<String, Long> onlyAtStep) {
        Losses() {
            this(new HashMap<>(), new HashMap<>());
        }

        void add(String firstFailed, String onlyFailed, long count) {
            atStep.merge(firstFailed, count, Math::addExact);
            onlyAtStep.merge(onlyFailed, count, Math::addExact);
        }

        long all() {
            return atStep.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    public Table<AttritionRow> table() {
        return AttritionRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        Map<AttritionStep, Boolean> common = new EnumMap<>(AttritionStep.class);
        for (Verdict verdict : child.verdicts()) {
            List<AttritionStep> failed = failed(child, verdict, common);
            String first = failed.isEmpty() ? NONE : failed.get(0).code();
            String only = failed.size() == 1 ? first : NONE;
            TallyBranch ofPhenotype = tally.of(NAME).at(verdict.phenotype());
            ofPhenotype.at(PERSONS).at(first).at(only).add(1);
            ofPhenotype
                    .at(RECORDS)
                    .at(first)
                    .at(only)
                    .add(child.history().events().size());
        }
    }

    /**
     * The steps that stop the child, in order.
     *
     * @param common what is known of the steps that are the same for all phenotypes
     */
    private List<AttritionStep> failed(Assessment child, Verdict verdict, Map<AttritionStep, Boolean> common) {
        List<AttritionStep> failed = new ArrayList<>();
        for (AttritionStep step : stepsOf.getOrDefault(verdict.phenotype(), List.of())) {
            boolean passes = step.sameForAllPhenotypes()
                    ? common.computeIfAbsent(step, first -> first.passes(child, verdict, frame))
                    : step.passes(child, verdict, frame);
            if (!passes) {
                failed.add(step);
            }
        }
        return failed;
    }

    @Override
    public List<AttritionRow> rows(Tally tally) {
        Map<String, Losses> losses = new HashMap<>();
        tally.forEach(
                NAME,
                (parts, count) -> losses.computeIfAbsent(parts.get(0) + parts.get(1), name -> new Losses())
                        .add(parts.get(2), parts.get(3), count));
        List<AttritionRow> rows = new ArrayList<>();
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            Losses persons = losses.getOrDefault(phenotype.name() + PERSONS, new Losses());
            Losses records = losses.getOrDefault(phenotype.name() + RECORDS, new Losses());
            rows.addAll(rows(phenotype, persons, records));
        }
        return rows;
    }

    private static List<AttritionRow> rows(StudyPhenotype phenotype, Losses persons, Losses records) {
        List<AttritionRow> rows = new ArrayList<>();
        long personsIn = persons.all();
        long recordsIn = records.all();
        for (AttritionStep step : AttritionStep.of(phenotype)) {
            long excluded = persons.atStep().getOrDefault(step.code(), 0L);
            long personsOut = personsIn - excluded;
            long recordsOut = recordsIn - records.atStep().getOrDefault(step.code(), 0L);
            rows.add(new AttritionRow(
                    phenotype.name(),
                    rows.size() + 1,
                    step.code(),
                    step.text(),
                    personsIn,
                    personsOut,
                    excluded,
                    persons.onlyAtStep().getOrDefault(step.code(), 0L),
                    recordsIn,
                    recordsOut,
                    ValueStatus.RELEASED.label()));
            personsIn = personsOut;
            recordsIn = recordsOut;
        }
        return rows;
    }
}
