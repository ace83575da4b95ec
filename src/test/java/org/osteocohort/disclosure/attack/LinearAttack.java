package org.osteocohort.disclosure.attack;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** Takes everything together as one linear program: the least and the most that a hidden number may be. */
public final class LinearAttack {
    private static final double TRACE = 1e-6;

    private final Published published;
    private final int[] variables;

    private LinearAttack(Published published, int[] variables) {
        this.published = published;
        this.variables = variables;
    }

    /** Each hidden number is one and a variable, since zeros are shown. */
    public static LinearAttack on(Published published) {
        int[] variables = new int[published.size()];
        int size = 0;
        for (int place = 0; place < variables.length; place++) {
            variables[place] = published.shown(place) == null ? size++ : -1;
        }
        return new LinearAttack(published, variables);
    }

    public long low(int place) {
        return (long) Math.ceil(extreme(false, place, -1) - TRACE);
    }

    public long high(int place) {
        return highest(extreme(true, place, -1));
    }

    /** The most that one number may be above another. */
    public long mostDifference(int outside, int inside) {
        return highest(extreme(true, outside, inside));
    }

    private static long highest(double most) {
        return most > IntervalAttack.UNBOUNDED ? IntervalAttack.UNBOUNDED : (long) Math.floor(most + TRACE);
    }

    private double extreme(boolean most, int place, int minus) {
        ExpressionsBasedModel program = program();
        double known = weigh(program, place, 1) + (minus < 0 ? 0 : weigh(program, minus, -1));
        if (program.variables().noneMatch(variable -> variable.isObjective())) {
            return known;
        }
        Optimisation.Result result = most ? program.maximise() : program.minimise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return 2.0 * IntervalAttack.UNBOUNDED;
        }
        if (!result.getState().isOptimal()) {
            throw new AssertionError("a linear program is not solved: " + result.getState());
        }
        return known + result.getValue();
    }

    private double weigh(ExpressionsBasedModel program, int place, int sign) {
        if (variables[place] < 0) {
            return sign * published.shown(place);
        }
        program.getVariable(variables[place]).weight(sign);
        return sign;
    }

    private ExpressionsBasedModel program() {
        ExpressionsBasedModel program = new ExpressionsBasedModel();
        for (int variable : variables) {
            if (variable >= 0) {
                program.addVariable().lower(0);
            }
        }
        published.sums().forEach(sum -> add(program, sum, true));
        published.nests().forEach(nest -> add(program, nest, false));
        return program;
    }

    private void add(ExpressionsBasedModel program, int[] members, boolean exactly) {
        Expression difference = program.addExpression();
        long known = 0;
        for (int member = 0; member < members.length; member++) {
            int sign = member == 0 ? 1 : -1;
            Long shown = published.shown(members[member]);
            known += sign * (shown == null ? 1 : shown);
            if (shown == null) {
                difference.add(variables[members[member]], sign);
            }
        }
        difference.lower(-known);
        if (exactly) {
            difference.upper(-known);
        }
    }
}
