package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What earlier runs showed and hid, by cell. A reader keeps every report: whoever sees 11 in one and nothing in the next
 * knows 10.
 */
public final class Ledger {
    /** Of a first run. */
    public static final Ledger NONE = of(List.of());

    /** By what is counted, then by the cell. */
    private final Map<String, Map<String, Past>> pasts;

    private final int size;
    private final Set<String> decidedOn;

    private enum State {
        SHOWN,
        EARLIER,
        HIDDEN;

        private static final Map<String, State> BY_LABEL =
                Arrays.stream(values()).collect(Collectors.toMap(State::label, Function.identity()));

        private final String label = name().toLowerCase(Locale.ROOT);

        static Optional<State> of(ReleasedRow row) {
            return Optional.ofNullable(BY_LABEL.get(row.state()));
        }

        String label() {
            return label;
        }
    }

    private record Key(String counted, String cell) {}

    /**
     * The past of one cell.
     *
     * @param released every count that was ever shown, ascending
     * @param shown the count that the last run showed; null when it showed none
     * @param hidden why the last run hid it; null when it did not
     * @param hiddenAt the count at which it was hidden; null when it was not, or came hidden
     */
    record Past(List<Long> released, Long shown, HiddenBecause hidden, Long hiddenAt) {
        static final Past NONE = new Past(List.of(), null, null, null);

        Past {
            released = List.copyOf(released);
        }

        private Past and(ReleasedRow row) {
            State state = State.of(row).orElseThrow();
            if (state == State.HIDDEN) {
                return new Past(released, shown, HiddenBecause.of(row.reason()).orElseThrow(), row.count());
            }
            return new Past(
                    ascending(released, row.count()), state == State.SHOWN ? row.count() : shown, hidden, hiddenAt);
        }

        /** Of most cells there is one only. */
        private static List<Long> ascending(List<Long> counts, Long another) {
            if (counts.isEmpty()) {
                return List.of(another);
            }
            SortedSet<Long> all = new TreeSet<>(counts);
            all.add(another);
            return List.copyOf(all);
        }
    }

    private Ledger(Map<String, Map<String, Past>> pasts, Set<String> decidedOn) {
        this.pasts = pasts;
        this.size = pasts.values().stream().mapToInt(Map::size).sum();
        this.decidedOn = decidedOn;
    }

    /**
     * The ledger of the last run.
     *
     * @throws IllegalArgumentException when a row is not understood
     */
    public static Ledger of(List<ReleasedRow> rows) {
        if (!rows.stream().allMatch(Ledger::understands)) {
            throw new IllegalArgumentException("the ledger of the last run holds a row that is not understood");
        }
        Map<String, Map<String, Past>> pasts = new HashMap<>();
        for (ReleasedRow row : rows) {
            Map<String, Past> counted = pasts.computeIfAbsent(row.counted(), first -> new HashMap<>());
            counted.put(row.cell(), counted.getOrDefault(row.cell(), Past.NONE).and(row));
        }
        return new Ledger(pasts, decidedOn(rows));
    }

    /** Empty when a version that did not know the column wrote the rows. */
    private static Set<String> decidedOn(List<ReleasedRow> rows) {
        Set<String> told = new HashSet<>();
        rows.forEach(row -> told.add(row.decidedOn()));
        told.remove(null);
        return told;
    }

    /** Whether the words of a row are known, and it has the number that they ask for. */
    static boolean understands(ReleasedRow row) {
        return State.of(row)
                .filter(state ->
                        state == State.HIDDEN ? HiddenBecause.of(row.reason()).isPresent() : row.count() != null)
                .isPresent();
    }

    /** Whether the last run decided about the same group of cells. */
    boolean isDecidedOn(String basis) {
        return decidedOn.contains(basis);
    }

    /** Whether an earlier run hid the number or showed it above zero. */
    boolean everSomebody(CellId cell) {
        Past past = past(cell);
        return past.hidden() != null || past.released().stream().anyMatch(count -> count > 0);
    }

    private Past past(CellId cell) {
        Map<String, Past> counted = pasts.get(cell.space().name());
        return counted == null ? Past.NONE : counted.getOrDefault(cell.described(), Past.NONE);
    }

    /** The past of every cell of a system, by its place. */
    List<Past> pasts(CellSystem system) {
        // There are hundreds of thousands, and they are only looked up.
        return system.cells().parallelStream().map(this::past).toList();
    }

    /**
     * This ledger and what a run showed and hid: its cells in order, then those that it did not publish.
     *
     * @param before as {@link #pasts} gives it
     * @param basis what the run's decision about a cell rests on; null when nothing was decided
     */
    List<ReleasedRow> after(
            CellSystem system, List<Past> before, HiddenCells hidden, Change change, IntFunction<String> basis) {
        List<ReleasedRow> rows = new ArrayList<>();
        int known = 0;
        for (int cell = 0; cell < system.size(); cell++) {
            Key key = new Key(system.cell(cell).space().name(), system.described(cell));
            String decidedOn = basis.apply(cell);
            boolean showing = hidden.visible(cell);
            Past past = before.get(cell);
            if (past != Past.NONE) {
                known++;
                long showingNow = showing ? system.count(cell) : CellSystem.UNKNOWN;
                addEarlier(key, past, showingNow, decidedOn, rows);
            }
            rows.add(
                    showing
                            ? row(key, system.count(cell), State.SHOWN, null, decidedOn)
                            : row(key, change.hiddenAt(cell), State.HIDDEN, hidden.reason(cell), decidedOn));
        }
        if (known < size) {
            addOthers(system, rows);
        }
        return rows;
    }

    /** Of cells that the system does not have. */
    private void addOthers(CellSystem system, List<ReleasedRow> rows) {
        Map<String, Set<String>> published = new HashMap<>();
        for (int cell = 0; cell < system.size(); cell++) {
            published
                    .computeIfAbsent(system.cell(cell).space().name(), first -> new HashSet<>())
                    .add(system.described(cell));
        }
        new TreeMap<>(pasts)
                .forEach((counted, cells) -> new TreeMap<>(cells).forEach((cell, past) -> {
                    if (!published.getOrDefault(counted, Set.of()).contains(cell)) {
                        addEarlier(new Key(counted, cell), past, CellSystem.UNKNOWN, null, rows);
                    }
                }));
    }

    private static void addEarlier(Key key, Past past, long showingNow, String decidedOn, List<ReleasedRow> rows) {
        for (Long count : past.released()) {
            if (count != showingNow) {
                rows.add(row(key, count, State.EARLIER, null, decidedOn));
            }
        }
    }

    private static ReleasedRow row(Key key, Long count, State state, HiddenBecause reason, String decidedOn) {
        String because = reason == null ? null : reason.label();
        return new ReleasedRow(key.counted(), key.cell(), count, state.label(), because, decidedOn);
    }
}
