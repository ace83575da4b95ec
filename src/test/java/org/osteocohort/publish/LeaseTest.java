package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of stores that have none. Nobody waits here: a pause is what another run does meanwhile. */
class LeaseTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final LeaseTimes TIMES =
            new LeaseTimes(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(2));
    private static final LockOwner OTHER = new LockOwner("ward-7", 4711, "the other run", NOON);
    private static final LockOwner THIS = new LockOwner("ward-8", 1, "this run", NOON);

    @TempDir
    private Path folder;

    private LeaseFile file;

    @BeforeEach
    void openTheStore() throws IOException {
        FileSystem fileSystem = new RawLocalFileSystem();
        fileSystem.initialize(folder.toUri(), new Configuration(false));
        file = new LeaseFile(
                fileSystem,
                new org.apache.hadoop.fs.Path(folder.resolve(".lock").toUri()));
    }

    private Lease take(LockOwner owner, Instant now, Lease.Pause pause) throws IOException {
        return Lease.take(file, owner, Clock.fixed(now, ZoneOffset.UTC), TIMES, pause);
    }

    /** As a run leaves it that is killed. */
    private void leftBehindAt(Instant renewed) throws IOException {
        file.overwrite(OTHER.text() + "token " + renewed + "\n");
    }

    @Test
    void theFirstRunTakesItAndGivesItBack() throws IOException {
        try (Lease lease = take(THIS, NOON, duration -> {})) {
            lease.requireHeld();
            assertThat(lease.diedBefore()).isEmpty();
            assertThat(folder.resolve(".lock")).content().contains("ward-8");
        }
        assertThat(folder.resolve(".lock")).doesNotExist();
    }

    @Test
    void aSecondRunIsToldWhoHasItAndSinceWhen() throws IOException {
        leftBehindAt(NOON.plusSeconds(60));
        assertThatThrownBy(() -> take(THIS, NOON.plusSeconds(90), duration -> {}))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("the other run on host ward-7, process 4711, started 2026-01-01T12:00:00Z")
                .hasMessageContaining("(1 min ago)");
    }

    @Test
    void aLockThatNobodyRenewsIsTakenOverAfterWatchingIt() throws IOException {
        leftBehindAt(NOON);
        try (Lease lease = take(THIS, NOON.plusSeconds(301), duration -> {})) {
            assertThat(lease.diedBefore()).contains(OTHER);
            lease.requireHeld();
        }
    }

    @Test
    void atTheExpiryItselfItIsNotStaleYet() throws IOException {
        leftBehindAt(NOON);
        assertThatThrownBy(() -> take(THIS, NOON.plusSeconds(300), duration -> {}))
                .isInstanceOf(LockedException.class);
    }

    @Test
    void aLockThatLooksOldButIsRenewedWhileWatchedIsNotTaken() throws IOException {
        leftBehindAt(NOON);
        assertThatThrownBy(() -> take(THIS, NOON.plusSeconds(4000), duration -> leftBehindAt(NOON.plusSeconds(30))))
                .isInstanceOf(LockedException.class);
        assertThat(folder.resolve(".lock")).content().contains("ward-7");
    }

    @Test
    void aLockFromTheFutureIsWatchedToo() throws IOException {
        leftBehindAt(NOON.plus(Duration.ofDays(300)));
        try (Lease lease = take(THIS, NOON, duration -> {})) {
            assertThat(lease.diedBefore()).isPresent();
        }
    }

    @Test
    void aLockThatWasCutOffWhileItWasWrittenIsTakenOverAfterWatchingIt() throws IOException {
        for (String text : new String[] {"", "{\"host\":\"wa", OTHER.text(), OTHER.text() + "token 2026-"}) {
            file.overwrite(text);
            take(THIS, NOON, duration -> {}).close();
            assertThat(folder.resolve(".lock")).doesNotExist();
        }
    }

    @Test
    void twoRunsThatTakeOverTogetherFindOutWhenTheyLookAgain() throws IOException {
        leftBehindAt(NOON);
        Instant late = NOON.plusSeconds(1000);
        assertThatThrownBy(() -> take(THIS, late, duration -> {
                    if (duration.equals(TIMES.settling())) {
                        file.overwrite(OTHER.text() + "another-token " + late + "\n");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("taken over");
        assertThat(folder.resolve(".lock")).content().contains("another-token");
    }

    @Test
    void aRunThatLostTheLockNeitherPublishesNorFreesItForOthers() throws IOException {
        Lease lease = take(THIS, NOON, duration -> {});
        leftBehindAt(NOON.plusSeconds(9));
        assertThatThrownBy(lease::requireHeld).isInstanceOf(IOException.class);
        lease.close();
        assertThat(Files.exists(folder.resolve(".lock"))).isTrue();
    }
}
