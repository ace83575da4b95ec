package org.osteocohort.disclosure.attack;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Takes everything together as one linear program: the least and the most that a hidden number may be. */
public final class LinearAttack {
    private static final double TRACE = 1e-6;
    /** More than any number; what may be as much is not bounded. */
    private static final double MANY = 1e7;

    /** So many programs in a row for all that is left, of which none found another number, are enough. */
    private static final int IN_VAIN = 5;

    private static final int EXAMPLES = 3;

    static {
        Loader.loadNativeLibraries();
    }

    private final Published published;
    private final MPSolver solver;
    private final MPVariable[] variables;

    private LinearAttack(Published published) {
        this.published = published;
        this.solver = MPSolver.createSolver("CLP");
        this.variables = new MPVariable[published.size()];
        for (int place = 0; place < variables.length; place++) {
            // Zeros are shown.
            variables[place] = published.shown(place) == null ? solver.makeNumVar(1, MANY, "") : null;
        }
        published.sums().forEach(sum -> add(sum, true));
        published.nests().forEach(nest -> add(nest, false));
    }

    public static LinearAttack on(Published published) {
        return new LinearAttack(published);
    }

    private void add(int[] members, boolean exactly) {
        // The solver does not bear a relation without variables.
        if (Arrays.stream(members).allMatch(member -> variables[member] == null)) {
            return;
        }
        double known = 0;
        for (int member = 0; member < members.length; member++) {
            Long shown = published.shown(members[member]);
            known += shown == null ? 0 : sign(member) * shown;
        }
        MPConstraint difference = solver.makeConstraint(-known, exactly ? -known : MPSolver.infinity(), "");
        for (int member = 0; member < members.length; member++) {
            MPVariable variable = variables[members[member]];
            if (variable != null) {
                difference.setCoefficient(variable, difference.getCoefficient(variable) + sign(member));
            }
        }
    }

    private static int sign(int member) {
        return member == 0 ? 1 : -1;
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
        return most > MANY / 2 ? IntervalAttack.UNBOUNDED : (long) Math.floor(most + TRACE);
    }

    private double extreme(boolean most, int place, int minus) {
        MPObjective objective = solver.objective();
        objective.clear();
        weigh(objective, place, 1);
        if (minus >= 0) {
            weigh(objective, minus, -1);
        }
        if (variables[place] == null && (minus < 0 || variables[minus] == null)) {
            return objective.offset();
        }
        objective.setOptimizationDirection(most);
        solve();
        double value = objective.value();
        // Else the collector may free what the objective rests on.
        Reference.reachabilityFence(solver);
        return value;
    }

    private void weigh(MPObjective objective, int place, int weight) {
        if (variables[place] == null) {
            objective.setOffset(objective.offset() + weight * published.shown(place));
        } else {
            objective.setCoefficient(variables[place], weight);
        }
    }

    private void solve() {
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new AssertionError("a linear program is not solved: " + status);
        }
    }

    /**
     * Some hidden numbers of which only one whole number is possible, however many hang together; none if there is none.
     *
     * @param secret the names of numbers that may not be told
     */
    public List<String> told(Predicate<String> secret) {
        double[] least = new double[variables.length];
        double[] most = new double[variables.length];
        Arrays.fill(least, Double.MAX_VALUE);
        List<Integer> left = new ArrayList<>();
        for (int place = 0; place < variables.length; place++) {
            if (variables[place] != null && secret.test(published.name(place))) {
                left.add(place);
            }
        }
        Random random = new Random(1);
        for (int inVain = 0; inVain < IN_VAIN && !left.isEmpty(); ) {
            int before = left.size();
            wishAnyOther(left, random);
            for (int place : left) {
                least[place] = Math.min(least[place], variables[place].solutionValue());
                most[place] = Math.max(most[place], variables[place].solutionValue());
            }
            Reference.reachabilityFence(solver);
            left.removeIf(place -> Math.floor(most[place] + TRACE) > Math.ceil(least[place] - TRACE));
            inVain = left.size() < before ? 0 : inVain + 1;
        }
        return left.stream()
                .filter(place -> low(place) >= high(place))
                .limit(EXAMPLES)
                .map(published::name)
                .toList();
    }

    /** One program for many numbers: each as high or as low as the others allow. */
    private void wishAnyOther(List<Integer> places, Random random) {
        MPObjective objective = solver.objective();
        objective.clear();
        places.forEach(place -> objective.setCoefficient(variables[place], random.nextBoolean() ? 1 : -1));
        objective.setMaximization();
        solve();
    }
}
