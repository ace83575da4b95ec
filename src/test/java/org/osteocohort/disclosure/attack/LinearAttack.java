package org.osteocohort.disclosure.attack;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Takes everything together as one linear program: the least and the most that a hidden number may be. */
public final class LinearAttack {
    private static final double TRACE = 1e-6;
    private static final double COST = 1e-7;

    private final int[] variables;
    private final int size;
    private final LinearConstraintSet constraints;

    private LinearAttack(int[] variables, int size, LinearConstraintSet constraints) {
        this.variables = variables;
        this.size = size;
        this.constraints = constraints;
    }

    /** Each hidden number is one and a variable, since zeros are shown. */
    public static LinearAttack on(Published published) {
        int[] variables = new int[published.size()];
        int size = 0;
        for (int place = 0; place < variables.length; place++) {
            variables[place] = published.shown(place) == null ? size++ : -1;
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int[] sum : published.sums()) {
            add(published, variables, size, sum, Relationship.EQ, constraints);
        }
        for (int[] nest : published.nests()) {
            add(published, variables, size, nest, Relationship.GEQ, constraints);
        }
        return new LinearAttack(variables, size, new LinearConstraintSet(constraints));
    }

    private static void add(
            Published published,
            int[] variables,
            int size,
            int[] members,
            Relationship relationship,
            List<LinearConstraint> constraints) {
        double[] coefficients = new double[size];
        double known = 0;
        boolean hidden = false;
        for (int member = 0; member < members.length; member++) {
            int sign = member == 0 ? 1 : -1;
            Long shown = published.shown(members[member]);
            known += sign * (shown == null ? 1 : shown);
            if (shown == null) {
                coefficients[variables[members[member]]] += sign;
                hidden = true;
            }
        }
        if (hidden) {
            constraints.add(new LinearConstraint(coefficients, relationship, -known));
        }
    }

    public long low(int place) {
        return (long) Math.ceil(extreme(GoalType.MINIMIZE, place, -1) - TRACE);
    }

    public long high(int place) {
        double high = extreme(GoalType.MAXIMIZE, place, -1);
        return high > IntervalAttack.UNBOUNDED ? IntervalAttack.UNBOUNDED : (long) Math.floor(high + TRACE);
    }

    /** The most that one number may be above another. */
    public long mostDifference(Published published, int outside, int inside) {
        double most = extreme(GoalType.MAXIMIZE, outside, inside);
        for (int place : new int[] {outside, inside}) {
            most += published.shown(place) == null ? 0 : (place == outside ? 1 : -1) * published.shown(place);
        }
        return most > IntervalAttack.UNBOUNDED ? IntervalAttack.UNBOUNDED : (long) Math.floor(most + TRACE);
    }

    /**
     * Every variable costs a trace of its own: the solver takes columns for basic that look alike, and so ends with a
     * wrong solution where some variables cost nothing.
     */
    private double[] withTraces(double[] objective, GoalType goal) {
        double[] traced = objective.clone();
        for (int variable = 0; variable < size; variable++) {
            double trace = COST * (1 + (variable * 7919L % 1009) / 1009.0);
            traced[variable] += goal == GoalType.MAXIMIZE ? -trace : trace;
        }
        return traced;
    }

    private double extreme(GoalType goal, int place, int minus) {
        double[] objective = new double[size];
        double constant = 0;
        if (variables[place] >= 0) {
            objective[variables[place]] += 1;
            constant += 1;
        }
        if (minus >= 0 && variables[minus] >= 0) {
            objective[variables[minus]] -= 1;
            constant -= 1;
        }
        try {
            PointValuePair found = new SimplexSolver()
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(withTraces(objective, goal), constant),
                            constraints,
                            goal,
                            new NonNegativeConstraint(true));
            return new LinearObjectiveFunction(objective, constant).value(found.getPoint());
        } catch (UnboundedSolutionException unbounded) {
            return 2.0 * IntervalAttack.UNBOUNDED;
        }
    }
}
