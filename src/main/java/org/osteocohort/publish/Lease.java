package org.osteocohort.publish;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A lock for stores without one: a file that is made only when it is not there, and that its owner renews. A second run
 * takes over only after it has itself watched the file stay as it is for several renewals, so neither a wrong clock nor
 * a clock that goes back can take the lock from a run that is alive. Two runs that take over at the same moment find
 * out when they look again; and should one of them sleep in between, each still writes a run of its own, and the last
 * look before the pointer is switched stops it.
 */
final class Lease implements HeldLock {
    private final LeaseFile file;
    private final LockOwner owner;
    private final Clock clock;
    private final String token = UUID.randomUUID().toString();
    private final LeaseTimes times;
    private final ScheduledExecutorService renewals;
    private Optional<LockOwner> diedBefore = Optional.empty();

    private Lease(LeaseFile file, LockOwner owner, Clock clock, LeaseTimes times) {
        this.file = file;
        this.owner = owner;
        this.clock = clock;
        this.times = times;
        this.renewals = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lock-renewal");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes the lock.
     *
     * @param pause waits; tests do not
     * @throws LockedException when another run has it and is alive, or may be
     */
    static Lease take(LeaseFile file, LockOwner owner, Clock clock, LeaseTimes times, Pause pause) throws IOException {
        Lease lease = new Lease(file, owner, clock, times);
        try {
            lease.take(pause);
            long millis = times.renewal().toMillis();
            lease.renewals.scheduleWithFixedDelay(lease::renew, millis, millis, TimeUnit.MILLISECONDS);
            return lease;
        } catch (IOException | RuntimeException failure) {
            lease.renewals.shutdownNow();
            throw failure;
        }
    }

    /** Waits for a while. */
    interface Pause {
        void of(Duration duration) throws IOException;

        /** Really waits. */
        static void sleep(Duration duration) throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(duration.toMillis());
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the lock", exception);
            }
        }
    }

    private void take(Pause pause) throws IOException {
        if (!file.create(text())) {
            String seen = file.read();
            if (!mayBeStale(seen)) {
                throw locked(seen);
            }
            pause.of(times.watching());
            if (!file.read().equals(seen)) {
                throw locked(file.read());
            }
            diedBefore = LockOwner.parse(firstLine(seen));
            file.delete();
            if (!file.create(text())) {
                throw locked(file.read());
            }
        }
        pause.of(times.settling());
        requireHeld();
    }

    private LockedException locked(String text) {
        String other = LockOwner.parse(firstLine(text))
                .map(found -> found.describe(clock.instant()))
                .orElse("it has just begun");
        return new LockedException(file.path().getParent().toString(), other);
    }

    /** The first line is the owner, the second a token and the time of the last renewal by the owner's clock. */
    private String text() {
        return owner.text() + token + " " + clock.instant() + "\n";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private boolean mayBeStale(String text) {
        String[] renewal = text.lines().skip(1).findFirst().orElse("").split(" ");
        try {
            Duration age = Duration.between(Instant.parse(renewal[renewal.length - 1]), clock.instant());
            return age.abs().compareTo(times.expiry()) > 0;
        } catch (DateTimeParseException exception) {
            // Cut off while it was written: only watching can tell.
            return true;
        }
    }

    private void renew() {
        try {
            requireHeld();
            file.overwrite(text());
        } catch (IOException exception) {
            // The next renewal tries again; the last look before publishing decides.
        }
    }

    @Override
    public Optional<LockOwner> diedBefore() {
        return diedBefore;
    }

    @Override
    public void requireHeld() throws IOException {
        if (!file.read().contains(token)) {
            throw new IOException("the lock was taken over by another run");
        }
    }

    @Override
    public void close() {
        renewals.shutdownNow();
        try {
            renewals.awaitTermination(times.renewal().toMillis(), TimeUnit.MILLISECONDS);
            requireHeld();
            file.delete();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } catch (IOException exception) {
            // It then goes stale by itself.
        }
    }
}
