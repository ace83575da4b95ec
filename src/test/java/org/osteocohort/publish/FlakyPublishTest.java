package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.publish.FlakyFileSystem.Fault;
import org.osteocohort.testkit.Faults;

/**
 * Publishing on stores that fail at every call in turn, in three ways: what {@code latest} names is complete at any
 * time, nothing that was published is lost, and the next run succeeds and leaves nothing behind.
 */
class FlakyPublishTest {
    private static final Instant FIRST = TinyRun.NIGHT;
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(1));
    private static final Instant THIRD = FIRST.plus(Duration.ofDays(2));
    private static final Clock CLOCK = Clock.fixed(FIRST, ZoneOffset.UTC);
    private static final LeaseTimes NO_WAITING =
            new LeaseTimes(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ZERO);
    /** More calls than a run makes; a run in which the call did not come ends the search. */
    private static final int MOST_CALLS = 200;

    @TempDir
    private Path folder;

    static Stream<Arguments> storesAndFaults() {
        return Stream.of("hdfs", "flaky")
                .flatMap(scheme -> Stream.of(Fault.values()).map(fault -> Arguments.of(scheme, fault)));
    }

    private OutputFolder store(String scheme, Path output) throws IOException {
        OutputLocation location = new OutputLocation(scheme + "://test" + output);
        return OutputFolder.of(
                location, new HadoopStore(location, FlakyFileSystem.configuration(), CLOCK, NO_WAITING), CLOCK);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("storesAndFaults")
    void whateverCallOfAStoreFailsNothingIsLostOrHalfPublished(String scheme, Fault fault) throws IOException {
        int call = first(fault);
        do {
            call += step();
            OutputFolder output = store(scheme, folder.resolve(scheme + call));
            FlakyFileSystem.failAt(0, fault);
            TinyRun.publish(output, FIRST);
            FlakyFileSystem.failAt(call, fault);
            Optional<String> failure = publishSecond(output);
            boolean failed = FlakyFileSystem.hasFailed();
            FlakyFileSystem.failAt(0, fault);
            assertWhole(output, failure, scheme + " call " + call);
            unlock(output);
            assertTheNextRunSucceeds(output);
            if (!failed) {
                assertThat(failure).isEmpty();
                assertThat(call).as("calls of a run").isGreaterThan(10);
                return;
            }
        } while (call < MOST_CALLS);
        throw new AssertionError("a run makes too many calls");
    }

    /** A lock file whose removal failed goes stale by itself; the test does not wait for that. */
    private void unlock(OutputFolder output) throws IOException {
        java.nio.file.Files.deleteIfExists(
                Path.of(output.run("x").uri().getPath()).getParent().resolveSibling(OutputFolder.LOCK));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverStepOnALocalDiskFailsNothingIsLostOrHalfPublished(Fault fault) throws IOException {
        FlakyStore flaky = new FlakyStore();
        int call = first(fault);
        do {
            call += step();
            Path place = folder.resolve("local" + call);
            OutputFolder output =
                    OutputFolder.of(OutputLocation.of(place), flaky.around(new LocalStore(place, CLOCK)), CLOCK);
            flaky.failAt(0, fault);
            TinyRun.publish(output, FIRST);
            flaky.failAt(call, fault);
            Optional<String> failure = publishSecond(output);
            boolean failed = flaky.hasFailed();
            flaky.failAt(0, fault);
            assertWhole(output, failure, "local call " + call);
            assertTheNextRunSucceeds(output);
            if (!failed) {
                assertThat(failure).isEmpty();
                assertThat(call).as("steps of a run").isGreaterThan(8);
                return;
            }
        } while (call < MOST_CALLS);
    }

    /** In short, every call fails in one of the ways; in full, in all of them. */
    private static int step() {
        return Faults.trials(Fault.values().length, 1);
    }

    private static int first(Fault fault) {
        return Faults.trials(fault.ordinal() + 1 - Fault.values().length, 0);
    }

    private static Optional<String> publishSecond(OutputFolder output) throws IOException {
        try {
            TinyRun.publish(output, SECOND);
            return Optional.empty();
        } catch (PublishingException | IOException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private static void assertWhole(OutputFolder output, Optional<String> failure, String where) throws IOException {
        String latest = output.latest().orElseThrow();
        assertThat(output.verify(latest)).as(where).isEmpty();
        assertThat(output.verify(TinyRun.id(FIRST))).as(where + ", the old run").isEmpty();
        assertThat(latest).as(where).isIn(TinyRun.id(FIRST), TinyRun.id(SECOND));
        if (failure.isEmpty()) {
            assertThat(latest).as(where).isEqualTo(TinyRun.id(SECOND));
        }
        for (RunEntry run : output.runs()) {
            if (run.complete()) {
                assertThat(output.verify(run.runId()))
                        .as(where + ", " + run.runId())
                        .isEmpty();
            }
        }
    }

    private static void assertTheNextRunSucceeds(OutputFolder output) throws IOException {
        TinyRun.publish(output, THIRD);
        assertThat(output.latest()).contains(TinyRun.id(THIRD));
        assertThat(output.runs()).allMatch(RunEntry::complete);
        List<String> left = new ArrayList<>();
        for (RunEntry run : output.runs()) {
            left.addAll(output.verify(run.runId()));
        }
        assertThat(left).isEmpty();
    }

    @Test
    void aFullDiskIsSaidInPlainWords() throws IOException {
        FlakyStore flaky = new FlakyStore();
        flaky.say("No space left on device");
        OutputFolder output =
                OutputFolder.of(OutputLocation.of(folder), flaky.around(new LocalStore(folder, CLOCK)), CLOCK);
        flaky.failAt(1, Fault.REFUSED);
        assertThatThrownBy(() -> TinyRun.publish(output, FIRST))
                .isInstanceOf(PublishingException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageEndingWith("no space is left there");
    }
}
