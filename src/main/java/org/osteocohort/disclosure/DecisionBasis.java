package org.osteocohort.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.osteocohort.fingerprint.Digest;

/**
 * All that a decision about what to hide of a group of cells rests on, apart from what earlier runs told, as a digest: its
 * numbers, its relations, whom they follow, the threshold and the procedure. When it is that of a group of the last run,
 * the same can be shown again, unless somebody is hidden whom it follows.
 *
 * <p>A number that is zero is left out of relations, since it is shown as one; what an earlier run told decides whether
 * it stands in them ({@link CellGraph}).
 */
final class DecisionBasis {
    /** Raised when other numbers than before would be hidden: then also what did not change is decided anew. */
    private static final int PROCEDURE = 3;

    /** There may be thousands of groups. */
    private static final int BUFFER_BYTES = 1 << 10;

    private final MessageDigest digest = Digest.sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private int cells;

    private DecisionBasis(int threshold) {
        add(PROCEDURE);
        add(threshold);
    }

    /** The digest of each group of a system that is decided about at a threshold, in hexadecimal digits. */
    static List<String> of(CellSystem system, CellGroups groups, int threshold) {
        List<DecisionBasis> bases = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            bases.add(new DecisionBasis(threshold));
        }
        // By its place in its group, so that nothing depends on how many others there are.
        int[] places = new int[system.size()];
        for (int cell = 0; cell < places.length; cell++) {
            if (groups.of(cell) != CellGroups.NONE) {
                places[cell] = bases.get(groups.of(cell)).add(system, cell);
            }
        }
        addRelations(system, groups, places, bases);
        bases.forEach(basis -> basis.add(0));
        addFollowers(system, groups, places, bases);
        return bases.stream().map(DecisionBasis::hexadecimal).toList();
    }

    private int add(CellSystem system, int cell) {
        add(system.cell(cell).space().name());
        add(system.cell(cell).described());
        add(system.count(cell));
        return ++cells;
    }

    private static void addRelations(CellSystem system, CellGroups groups, int[] places, List<DecisionBasis> bases) {
        Relations relations = system.relations();
        for (int relation = 0; relation < relations.size(); relation++) {
            int members = 0;
            int group = CellGroups.NONE;
            for (int position = 0; position < relations.members(relation); position++) {
                int cell = relations.member(relation, position);
                members += system.count(cell) == 0 ? 0 : 1;
                group = system.count(cell) == 0 ? group : groups.of(cell);
            }
            if (members > 1) {
                bases.get(group).add(relations.addsUp(relation) ? members : -members);
                for (int position = 0; position < relations.members(relation); position++) {
                    int cell = relations.member(relation, position);
                    if (system.count(cell) != 0) {
                        bases.get(group).add(places[cell]);
                    }
                }
            }
        }
    }

    /** A leader may be of another group, and is told by its name. */
    private static void addFollowers(CellSystem system, CellGroups groups, int[] places, List<DecisionBasis> bases) {
        Relations followers = system.followers();
        for (int leader = 0; leader < followers.size(); leader++) {
            CellId leading = system.cell(followers.whole(leader));
            for (int position = 1; position < followers.members(leader); position++) {
                int follower = followers.member(leader, position);
                if (system.count(followers.whole(leader)) != 0 && system.count(follower) != 0) {
                    DecisionBasis basis = bases.get(groups.of(follower));
                    basis.add(leading.space().name());
                    basis.add(leading.described());
                    basis.add(places[follower]);
                }
            }
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        empty();
        digest.update(bytes);
    }

    private void add(long number) {
        if (buffer.remaining() < Long.BYTES) {
            empty();
        }
        buffer.putLong(number);
    }

    private void empty() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    private String hexadecimal() {
        empty();
        return HexFormat.of().formatHex(digest.digest());
    }
}
