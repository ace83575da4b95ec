package org.osteocohort.publish;

import java.time.Duration;

/**
 * How long a lock lives that no system frees.
 *
 * @param renewal its owner renews it so often
 * @param expiry when it was not renewed for so long, it may be stale
 * @param settling after taking it, a run looks again so much later whether it is still its own
 */
record LeaseTimes(Duration renewal, Duration expiry, Duration settling) {
    static final LeaseTimes USUAL =
            new LeaseTimes(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(2));

    /** Another run watches a lock so long, by a clock that cannot go back, before it believes that nobody renews it. */
    Duration watching() {
        return renewal.multipliedBy(3);
    }
}
