package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * A reader who takes all relations of some hidden cells together, as a linear program. Relations that also hold other
 * hidden cells are left out, so that what this reader knows every reader can know.
 */
final class LinearReader {
    private static final double TRACE = 1e-6;

    private final Map<Integer, Integer> variables = new HashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();

    /** The sum of some variables with their signs, exactly or at least. */
    private record Constraint(Map<Integer, Integer> signs, boolean exactly, long sum) {}

    /** A reader of some hidden cells. */
    LinearReader(CellSystem system, HiddenCells hidden, SortedSet<Integer> cells) {
        cells.forEach(cell -> variables.put(cell, variables.size()));
        SortedSet<Integer> relations = new TreeSet<>();
        for (int cell : cells) {
            for (int position = 0; position < system.degree(cell); position++) {
                relations.add(system.relation(cell, position));
            }
        }
        relations.forEach(relation -> add(system, hidden, relation));
    }

    /** Every hidden cell is one, since zeros are shown, and a variable that is not below zero. */
    private void add(CellSystem system, HiddenCells hidden, int relation) {
        Relations relations = system.relations();
        Map<Integer, Integer> signs = new HashMap<>();
        long known = 0;
        for (int member = 0; member < relations.members(relation); member++) {
            int cell = relations.member(relation, member);
            int sign = member == 0 ? 1 : -1;
            known += sign * (hidden.visible(cell) ? system.count(cell) : 1);
            if (!hidden.visible(cell)) {
                if (!variables.containsKey(cell)) {
                    return;
                }
                signs.put(variables.get(cell), sign);
            }
        }
        constraints.add(new Constraint(signs, relations.addsUp(relation), -known));
    }

    /** The most that a cell can be, or be above another; {@link Bounds#UNBOUNDED} when there is no bound. */
    long most(CellSystem system, int cell, int minus) {
        return extreme(system, true, cell, minus);
    }

    /** The least that a cell can be, or be above another. */
    long least(CellSystem system, int cell, int minus) {
        return extreme(system, false, cell, minus);
    }

    private long extreme(CellSystem system, boolean most, int cell, int minus) {
        Map<Integer, Integer> objective = new HashMap<>();
        long known = add(system, objective, cell, 1) + (minus == Choice.NONE ? 0 : add(system, objective, minus, -1));
        if (objective.isEmpty()) {
            return known;
        }
        ExpressionsBasedModel program = program(objective);
        Optimisation.Result result = most ? program.maximise() : program.minimise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return most ? Bounds.UNBOUNDED : 0;
        }
        if (!result.getState().isOptimal()) {
            // What is not solved is not proved: the number counts as told.
            return system.count(cell) - (minus == Choice.NONE ? 0 : system.count(minus));
        }
        double found = result.getValue();
        return known + (long) (most ? Math.floor(found + TRACE) : Math.ceil(found - TRACE));
    }

    private ExpressionsBasedModel program(Map<Integer, Integer> objective) {
        ExpressionsBasedModel program = new ExpressionsBasedModel();
        for (int variable = 0; variable < variables.size(); variable++) {
            program.addVariable().lower(0).weight(objective.getOrDefault(variable, 0));
        }
        for (Constraint constraint : constraints) {
            Expression sum = program.addExpression().lower(constraint.sum());
            if (constraint.exactly()) {
                sum.upper(constraint.sum());
            }
            constraint.signs().forEach((variable, sign) -> sum.set(variable.intValue(), sign.longValue()));
        }
        return program;
    }

    private long add(CellSystem system, Map<Integer, Integer> objective, int cell, int sign) {
        Integer variable = variables.get(cell);
        if (variable == null) {
            return sign * system.count(cell);
        }
        objective.merge(variable, sign, Integer::sum);
        return sign;
    }
}
