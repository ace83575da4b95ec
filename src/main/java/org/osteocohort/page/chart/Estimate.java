package org.osteocohort.page.chart;

import java.util.Objects;

/**
 * A number with its interval, in the unit in which it is drawn.
 *
 * @param low lower end of the interval; the value itself when there is none
 * @param high upper end of the interval; the value itself when there is none
 * @param words what the chart says about it when somebody points at it
 */
public record Estimate(State state, double value, double low, double high, String words) {
    /** What is known of the number. */
    public enum State {
        SHOWN,
        HIDDEN,
        /** Nothing can be estimated, or nothing was counted. */
        NONE
    }

    public Estimate {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(words, "words");
    }

    /** A number that may be shown. */
    public static Estimate shown(double value, double low, double high, String words) {
        return new Estimate(State.SHOWN, value, low, high, words);
    }

    /** A number that disclosure control hides. */
    public static Estimate hidden(String words) {
        return new Estimate(State.HIDDEN, Double.NaN, Double.NaN, Double.NaN, words);
    }

    /** No number. */
    public static Estimate none(String words) {
        return new Estimate(State.NONE, Double.NaN, Double.NaN, Double.NaN, words);
    }

    boolean isShown() {
        return state == State.SHOWN;
    }

    boolean isHidden() {
        return state == State.HIDDEN;
    }
}
