package org.osteocohort.codes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What codes mean, each worked out once: a few thousand codes make up nearly all records of a hospital. For one thread.
 */
public final class RememberedMatches {
    /** Codes beyond these are worked out each time, so that an extract full of rare ones cannot fill the memory. */
    private static final int MOST = 100_000;

    private final CodeSets codeSets;
    private final Map<CodeKey, List<CodeRow>> known = new HashMap<>();
    private final Map<Resolved, List<CodeRow>> knownResolved = new HashMap<>();

    private record Resolved(CodeKey code, List<CodeKey> keys) {}

    public RememberedMatches(CodeSets codeSets) {
        this.codeSets = Objects.requireNonNull(codeSets, "codeSets");
    }

    /** The same as {@link CodeSets#match(CodeKey, java.util.Collection)}. */
    public List<CodeRow> match(CodeKey code, List<CodeKey> resolved) {
        return resolved.isEmpty()
                ? remembered(known, code, code, resolved)
                : remembered(knownResolved, new Resolved(code, resolved), code, resolved);
    }

    private <K> List<CodeRow> remembered(
            Map<K, List<CodeRow>> memory, K question, CodeKey code, List<CodeKey> resolved) {
        List<CodeRow> rows = memory.get(question);
        if (rows == null) {
            rows = codeSets.match(code, resolved);
            if (memory.size() < MOST) {
                memory.put(question, rows);
            }
        }
        return rows;
    }
}
