package org.osteocohort.measure.treatment;

import org.osteocohort.statistics.KaplanMeier;

/**
 * The share of children who have had an event by a day, one minus the Kaplan-Meier curve, with its interval. The
 * estimate is null when nobody was followed, or not so long; the bounds are null too before the first event and when all
 * have had it.
 */
record CumulativeShare(Double estimate, Double low, Double high) {
    private static final CumulativeShare UNKNOWN = new CumulativeShare(null, null, null);

    static CumulativeShare by(int day, KaplanMeier curve) {
        if (curve.steps().isEmpty()) {
            return UNKNOWN;
        }
        if (day < curve.steps().get(0).day()) {
            return new CumulativeShare(0.0, null, null);
        }
        return curve.at(day)
                .map(step -> new CumulativeShare(
                        1 - step.survival(),
                        step.high() == null ? null : 1 - step.high(),
                        step.low() == null ? null : 1 - step.low()))
                .orElse(UNKNOWN);
    }
}
