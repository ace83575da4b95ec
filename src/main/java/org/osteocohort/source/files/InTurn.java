package org.osteocohort.source.files;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The elements of several sources, one source after the other, each opened when its turn comes. A flattened stream
 * looks the same, but as an iterator it gathers all elements of a source before it gives the first: a whole file.
 */
final class InTurn<S, T> implements Iterator<T> {
    private final Iterator<S> sources;
    private final Function<S, Iterator<T>> open;
    private Iterator<T> current = Collections.emptyIterator();

    InTurn(Iterable<S> sources, Function<S, Iterator<T>> open) {
        this.sources = sources.iterator();
        this.open = open;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && sources.hasNext()) {
            current = open.apply(sources.next());
        }
        return current.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
