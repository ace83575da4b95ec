package org.osteocohort.source.vocabulary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * A set of concept ids or of numeric codes, millions of them in little memory. Most are small positive numbers; negative
 * and very large ones are kept apart.
 */
final class ConceptIds implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RoaringBitmap usual = new RoaringBitmap();
    private final Roaring64NavigableMap unusual = new Roaring64NavigableMap(true);

    static ConceptIds of(long... ids) {
        ConceptIds set = new ConceptIds();
        for (long id : ids) {
            set.add(id);
        }
        return set;
    }

    void add(long id) {
        if (id >= 0 && id <= Integer.MAX_VALUE) {
            usual.add((int) id);
        } else {
            unusual.addLong(id);
        }
    }

    void addAll(ConceptIds others) {
        usual.or(others.usual);
        unusual.or(others.unusual);
    }

    boolean contains(long id) {
        return id >= 0 && id <= Integer.MAX_VALUE ? usual.contains((int) id) : unusual.contains(id);
    }

    boolean isEmpty() {
        return usual.isEmpty() && unusual.isEmpty();
    }

    /** How a partition hands its ids to the driver. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            usual.serialize(out);
            unusual.serialize(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static ConceptIds fromBytes(byte[] bytes) {
        ConceptIds set = new ConceptIds();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            set.usual.deserialize(in);
            set.unusual.deserialize(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return set;
    }
}
