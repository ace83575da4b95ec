package org.osteocohort.generate.chart;

import java.io.IOException;
import java.util.SortedMap;

/** Writes charts as an extract of some format, one after the other. */
public interface ChartWriter extends AutoCloseable {
    /** @param personId the source's own identifier, from 1 up */
    void write(long personId, Chart chart) throws IOException;

    /** Writes what can be written only after the last person; call it once. */
    void finish() throws IOException;

    /** Rows written, by table or resource type. */
    SortedMap<String, Long> rows();

    @Override
    void close() throws IOException;
}
