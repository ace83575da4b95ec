package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * A reader who takes all relations of some hidden cells together, as a linear program. Relations that also hold other
 * hidden cells are left out, so that what this reader knows every reader can know.
 */
final class LinearReader {
    private static final int MOST_ITERATIONS = 20_000;
    private static final double TRACE = 1e-6;
    /** Of each variable beside the objective; small enough that all counts together move no bound by one. */
    private static final double COST = 1e-9;

    private final Map<Integer, Integer> variables = new HashMap<>();
    private final LinearConstraintSet constraints;

    /** A reader of some hidden cells. */
    LinearReader(CellSystem system, HiddenCells hidden, SortedSet<Integer> cells) {
        cells.forEach(cell -> variables.put(cell, variables.size()));
        SortedSet<Integer> relations = new TreeSet<>();
        for (int cell : cells) {
            for (int position = 0; position < system.degree(cell); position++) {
                relations.add(system.relation(cell, position));
            }
        }
        List<LinearConstraint> all = new ArrayList<>();
        relations.forEach(relation -> add(system, hidden, relation, all));
        this.constraints = new LinearConstraintSet(all);
    }

    /** Every hidden cell is one, since zeros are shown, and a variable that is not below zero. */
    private void add(CellSystem system, HiddenCells hidden, int relation, List<LinearConstraint> all) {
        Relations relations = system.relations();
        double[] coefficients = new double[variables.size()];
        double known = 0;
        for (int member = 0; member < relations.members(relation); member++) {
            int cell = relations.member(relation, member);
            int sign = member == 0 ? 1 : -1;
            known += sign * (hidden.visible(cell) ? system.count(cell) : 1);
            if (!hidden.visible(cell)) {
                if (!variables.containsKey(cell)) {
                    return;
                }
                coefficients[variables.get(cell)] = sign;
            }
        }
        Relationship relationship = relations.addsUp(relation) ? Relationship.EQ : Relationship.GEQ;
        all.add(new LinearConstraint(coefficients, relationship, -known));
    }

    /** The most that a cell can be, or be above another; {@link Bounds#UNBOUNDED} when there is no bound. */
    long most(CellSystem system, int cell, int minus) {
        return extreme(system, GoalType.MAXIMIZE, cell, minus);
    }

    /** The least that a cell can be, or be above another. */
    long least(CellSystem system, int cell, int minus) {
        return extreme(system, GoalType.MINIMIZE, cell, minus);
    }

    private long extreme(CellSystem system, GoalType goal, int cell, int minus) {
        double[] objective = new double[variables.size()];
        double constant =
                add(system, objective, cell, 1) + (minus == Choice.NONE ? 0 : add(system, objective, minus, -1));
        boolean most = goal == GoalType.MAXIMIZE;
        if (Arrays.stream(objective).allMatch(coefficient -> coefficient == 0)) {
            return (long) constant;
        }
        try {
            double[] point = new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_ITERATIONS),
                            new LinearObjectiveFunction(costing(objective, most ? -COST : COST), constant),
                            constraints,
                            goal,
                            new NonNegativeConstraint(true))
                    .getPoint();
            double found = new LinearObjectiveFunction(objective, constant).value(point);
            return (long) (most ? Math.floor(found + TRACE) : Math.ceil(found - TRACE));
        } catch (UnboundedSolutionException | TooManyIterationsException | NoFeasibleSolutionException noBound) {
            // The true counts are a solution, so that there is none only by the solver's rounding.
            return most ? Bounds.UNBOUNDED : 0;
        }
    }

    /**
     * The objective with a trace of every variable, each another. Where variables cost nothing the solver (Commons Math
     * 3.6.1) ends at a wrong point: it finds that of three numbers with the sum 11 the second is at most 0.
     */
    private static double[] costing(double[] objective, double cost) {
        double[] costing = objective.clone();
        for (int variable = 0; variable < costing.length; variable++) {
            costing[variable] += cost * (1 + (double) variable / costing.length);
        }
        return costing;
    }

    private double add(CellSystem system, double[] objective, int cell, int sign) {
        Integer variable = variables.get(cell);
        if (variable == null) {
            return sign * (double) system.count(cell);
        }
        objective[variable] += sign;
        return sign;
    }
}
