package org.osteocohort.codes;

import java.io.Serializable;
import java.util.Objects;

/**
 * One row of a code set file: a code or prefix, the item it stands for and its role.
 *
 * @param item the seed row it stands for, for example {@code secondary_cause.cerebral_palsy} without the role part:
 *     {@code cerebral_palsy}
 * @param active whether the row counts in this study; extensions and optional rows stand in the file switched off
 * @param description in the project's own words
 * @param verified where the code was checked: in an official table or a public list ({@code yes}), or not ({@code memory})
 * @param source where the code comes from
 * @param file the file's name, for messages and evidence
 * @param line the line in that file, the header being line 1
 */
public record CodeRow(
        String item,
        Role role,
        CodeKey key,
        CodeMatch match,
        boolean active,
        String description,
        String verified,
        String source,
        String file,
        long line)
        implements Serializable {
    public CodeRow {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(match, "match");
    }

    /** Where the row stands, for messages: {@code fractures.csv line 12}. */
    public String place() {
        return file + " line " + line;
    }
}
