package org.osteocohort.assess;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.source.FaultRule;

/**
 * Whether numbers are what results of their code can be. What a code and a unit allow is worked out once, since a few
 * hundred pairs make up nearly all results of a hospital. For one thread.
 */
final class ResultCheck {
    /** Pairs beyond these are worked out each time, so that units written by hand cannot fill the memory. */
    private static final int MOST = 10_000;

    private final Study study;
    private final Map<Result, Optional<List<Plausibility.Range>>> known = new HashMap<>();

    /** Of the last result and of the one before that: height and weight are taken in turn. */
    private Answer last;

    private Answer lastOther;

    private record Result(CodeKey code, List<CodeKey> matchedBy, String unit) {}

    private record Answer(Result result, Optional<List<Plausibility.Range>> allowed) {
        /** Whether it is of the very objects that the event names, as texts that come again are. */
        private boolean isOf(SourceRow.Event event) {
            return result.code() == event.code()
                    && result.matchedBy() == event.matchedBy()
                    && result.unit() == event.result().unit();
        }
    }

    ResultCheck(Study study) {
        this.study = study;
    }

    /** What is wrong with the number of an event's result; empty when nothing, or when there is none. */
    Optional<FaultRule> faultOf(SourceRow.Event event) {
        if (event.result() == null || event.result().value() == null) {
            return Optional.empty();
        }
        double value = event.result().value();
        Optional<List<Plausibility.Range>> allowed = allowed(event);
        if (allowed.isEmpty()) {
            return Optional.of(FaultRule.WRONG_UNIT);
        }
        return isIn(allowed.get(), value) ? Optional.empty() : Optional.of(FaultRule.OUT_OF_RANGE);
    }

    /** Where there is no range, any number will do. */
    private static boolean isIn(List<Plausibility.Range> ranges, double value) {
        for (Plausibility.Range range : ranges) {
            if (range.contains(value)) {
                return true;
            }
        }
        return ranges.isEmpty();
    }

    private Optional<List<Plausibility.Range>> allowed(SourceRow.Event event) {
        if (last == null || !last.isOf(event)) {
            Answer next = lastOther != null && lastOther.isOf(event) ? lastOther : answer(event);
            lastOther = last;
            last = next;
        }
        return last.allowed();
    }

    private Answer answer(SourceRow.Event event) {
        Result result =
                new Result(event.code(), event.matchedBy(), event.result().unit());
        return new Answer(result, allowed(result));
    }

    private Optional<List<Plausibility.Range>> allowed(Result result) {
        Optional<List<Plausibility.Range>> allowed = known.get(result);
        if (allowed == null) {
            allowed = study.plausibility()
                    .ranges(study.codeSets().match(result.code(), result.matchedBy()), result.unit());
            if (known.size() < MOST) {
                known.put(result, allowed);
            }
        }
        return allowed;
    }
}
