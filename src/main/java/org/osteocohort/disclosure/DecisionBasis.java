package org.osteocohort.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.osteocohort.fingerprint.Digest;

/**
 * All that a decision about what to hide rests on, apart from what earlier runs told, as a digest: every number, every
 * relation, the threshold and the procedure. When it is that of the last run, the same can be shown again.
 *
 * <p>A number that is zero is left out of relations, since it is shown as one; what an earlier run told decides whether
 * it stands in them ({@link CellGraph}).
 */
final class DecisionBasis {
    /** Raised when other numbers than before would be hidden: then also what did not change is decided anew. */
    private static final int PROCEDURE = 2;

    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest = Digest.sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private DecisionBasis() {}

    /** The digest of a system that is decided about at a threshold, in hexadecimal digits. */
    static String of(CellSystem system, int threshold) {
        DecisionBasis basis = new DecisionBasis();
        basis.add(PROCEDURE);
        basis.add(threshold);
        basis.addCells(system);
        basis.addRelations(system.relations(), system);
        basis.addRelations(system.followers(), system);
        basis.empty();
        return HexFormat.of().formatHex(basis.digest.digest());
    }

    private void addCells(CellSystem system) {
        add(system.size());
        for (int cell = 0; cell < system.size(); cell++) {
            add(system.cell(cell).space().name());
            add(system.cell(cell).described());
            add(system.count(cell));
        }
    }

    private void addRelations(Relations relations, CellSystem system) {
        for (int relation = 0; relation < relations.size(); relation++) {
            int members = 0;
            for (int position = 0; position < relations.members(relation); position++) {
                members += system.count(relations.member(relation, position)) == 0 ? 0 : 1;
            }
            if (members > 1) {
                add(relations.addsUp(relation) ? members : -members);
                addMembers(relations, relation, system);
            }
        }
        add(0);
    }

    private void addMembers(Relations relations, int relation, CellSystem system) {
        for (int position = 0; position < relations.members(relation); position++) {
            int cell = relations.member(relation, position);
            if (system.count(cell) != 0) {
                add(cell);
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
}
