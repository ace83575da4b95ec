package org.osteocohort.source;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * A broadcast value as one task holds it: the broadcast, which locks and may have to fetch, is asked once and not for every
 * row.
 *
 * @param <T> what is carried
 */
public final class Carried<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<T> broadcast;
    private transient T value;

    public Carried(Broadcast<T> broadcast) {
        this.broadcast = broadcast;
    }

    public T value() {
        if (value == null) {
            value = broadcast.value();
        }
        return value;
    }
}
