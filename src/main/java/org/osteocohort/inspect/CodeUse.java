package org.osteocohort.inspect;

import java.util.List;
import java.util.Objects;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.EventDomain;

/**
 * How an extract uses one code.
 *
 * @param meaning the code set rows that speak for it
 * @param rows that hold it
 * @param numbers of them that hold a number
 */
record CodeUse(
        String table,
        EventDomain domain,
        CodeKey code,
        CodeResolution resolution,
        List<CodeRow> meaning,
        long rows,
        long numbers) {
    CodeUse {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(code, "code");
        meaning = List.copyOf(meaning);
    }
}
