package org.osteocohort.publish;

import java.io.IOException;
import java.util.Optional;

/** The right to write to an output. Ends with {@link #close}, or with the process. */
interface HeldLock extends AutoCloseable {
    /** Who had the lock before and ended without giving it back; empty after a run that ended as it should. */
    Optional<LockOwner> diedBefore();

    /**
     * Asks once more before the last step.
     *
     * @throws IOException when the lock was lost, for example because this machine slept and another took over
     */
    void requireHeld() throws IOException;

    @Override
    void close();
}
