package org.osteocohort.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;

/** Code sets from a picture: vocabulary, code, match and, where it matters, description; one row a line. */
public final class CodeRows {
    private CodeRows() {}

    public static CodeSets of(String picture) {
        List<CodeRow> rows = new ArrayList<>();
        for (String line : picture.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            boolean active = cells.length < 5 || !cells[4].strip().equals("off");
            rows.add(new CodeRow(
                    "item_" + rows.size(),
                    Role.CONTEXT,
                    new CodeKey(Vocabulary.valueOf(cells[0].strip()), cells[1]),
                    CodeMatch.valueOf(cells[2].strip().toUpperCase(Locale.ROOT)),
                    active,
                    cells.length > 3 ? cells[3].strip() : "",
                    "yes",
                    "test",
                    "test.csv",
                    rows.size() + 2L));
        }
        return new CodeSets(rows);
    }
}
