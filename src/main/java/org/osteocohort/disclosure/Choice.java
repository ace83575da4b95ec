package org.osteocohort.disclosure;

/** Which of several numbers goes to protect another one: the one that a reader misses least, and always the same. */
final class Choice {
    /** No cell. */
    static final int NONE = -1;

    /** Of 1, 20, 100 and 500 the least numbers went with 100 and 500, and 500 took three times as long. */
    private static final long ONE_MORE = 100;

    /** With 10 more numbers went in each of three populations, with 200 in one of two. */
    private static final long A_POINT = 40;

    /**
     * Of a headline beside what any number costs: more than of whatever else would be hidden in its place, so that a search
     * can tell the headlines by their price, and leave them alone.
     */
    static final long HEADLINE_PRICE = 50_000;

    /** The same of what the first screen shows, against other headlines. */
    static final long FIRST_SCREEN_PRICE = 100 * HEADLINE_PRICE;

    private final CellSystem system;
    private final Change change;
    private final int[] worth;
    private final int[] smallDifferences;

    Choice(CellSystem system, int threshold, Change change) {
        this.system = system;
        this.change = change;
        this.worth = new int[system.size()];
        for (int cell = 0; cell < worth.length; cell++) {
            // A zero never goes, and most numbers are zero.
            worth[cell] = system.count(cell) == 0 ? 0 : Worth.of(system.cell(cell));
        }
        shareWorthOfTwins();
        this.smallDifferences = new int[system.size()];
        for (int relation = 0; relation < system.relations().size(); relation++) {
            boolean pair = !system.relations().addsUp(relation) && system.known(relation);
            if (pair && system.rest(relation) > 0 && system.rest(relation) < threshold) {
                smallDifferences[system.relations().whole(relation)]++;
                smallDifferences[system.relations().member(relation, 1)]++;
            }
        }
    }

    /**
     * A total and its only part are one number, of which none is shown when the other is hidden, so that both are missed
     * as much as the one that is missed more.
     */
    private void shareWorthOfTwins() {
        Relations relations = system.relations();
        boolean shared = true;
        while (shared) {
            shared = false;
            for (int relation = 0; relation < relations.size(); relation++) {
                int whole = relations.whole(relation);
                int twin = relations.addsUp(relation) ? onlyPart(relation) : NONE;
                if (twin != NONE && worth[whole] != worth[twin]) {
                    worth[whole] = Math.max(worth[whole], worth[twin]);
                    worth[twin] = worth[whole];
                    shared = true;
                }
            }
        }
    }

    private int onlyPart(int relation) {
        int only = NONE;
        for (int member = 1; member < system.relations().members(relation); member++) {
            int part = system.relations().member(relation, member);
            if (system.count(part) != 0) {
                if (only != NONE) {
                    return NONE;
                }
                only = part;
            }
        }
        return only;
    }

    /** How much a reader would miss a number; see {@link Worth}. */
    int worth(int cell) {
        return worth[cell];
    }

    /**
     * What hiding a number costs a search that may hide some for others: first of all that it is one more, then how much
     * it is missed.
     */
    long price(int cell) {
        long headline = 0;
        if (worth[cell] >= Worth.FIRST_SCREEN) {
            headline = FIRST_SCREEN_PRICE;
        } else if (worth[cell] >= Worth.HEADLINE) {
            headline = HEADLINE_PRICE;
        }
        return past(cell) == 0 ? 1 : past(cell) * (ONE_MORE + A_POINT * worth[cell] + headline);
    }

    /**
     * Whether the first of two numbers goes, of which one must: by worth, then the one that differs little from more
     * others, so that fewer go in the end.
     */
    boolean lessMissedOfPair(int outside, int inside) {
        int byPast = Integer.compare(past(outside), past(inside));
        if (byPast != 0) {
            return byPast < 0;
        }
        return worth[outside] == worth[inside]
                ? smallDifferences[outside] > smallDifferences[inside]
                : worth[outside] < worth[inside];
    }

    /**
     * The member of a relation that can still be hidden and is missed least; none when there is no such member.
     *
     * @param alsoKnownBefore whether one may go that an earlier run showed with this count; it protects little
     */
    int leastMissed(int relation, HiddenCells hidden, boolean alsoKnownBefore) {
        int least = NONE;
        // Parts before the whole, since the first of equals is kept.
        int members = system.relations().members(relation);
        for (int position = 1; position <= members; position++) {
            int cell = system.relations().member(relation, position % members);
            boolean can = hidden.canGo(cell) && (alsoKnownBefore || !change.knownBefore(cell));
            if (can && (least == NONE || lessMissed(cell, least, position == members))) {
                least = cell;
            }
        }
        return least;
    }

    private boolean lessMissed(int cell, int other, boolean whole) {
        int byPast = Integer.compare(past(cell), past(other));
        if (byPast != 0) {
            return byPast < 0;
        }
        return worth[cell] == worth[other]
                ? !whole && system.count(cell) < system.count(other)
                : worth[cell] < worth[other];
    }

    /** Hidden last night is missed least; hiding what was shown with this count protects little. */
    private int past(int cell) {
        if (change.hiddenBefore(cell)) {
            return 0;
        }
        return change.knownBefore(cell) ? 2 : 1;
    }
}
