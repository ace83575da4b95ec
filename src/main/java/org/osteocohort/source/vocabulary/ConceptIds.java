package org.osteocohort.source.vocabulary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * A set of concept ids, millions of them in little memory. Standard ids are small positive numbers; the few sites with
 * negative or very large ones are served by a plain set.
 */
final class ConceptIds implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RoaringBitmap usual = new RoaringBitmap();
    private final HashSet<Long> unusual = new HashSet<>();

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
            unusual.add(id);
        }
    }

    void addAll(ConceptIds others) {
        usual.or(others.usual);
        unusual.addAll(others.unusual);
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
            out.writeInt(unusual.size());
            for (long id : unusual) {
                out.writeLong(id);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static ConceptIds fromBytes(byte[] bytes) {
        ConceptIds set = new ConceptIds();
        Set<Long> unusual = set.unusual;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            set.usual.deserialize(in);
            for (int left = in.readInt(); left > 0; left--) {
                unusual.add(in.readLong());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return set;
    }
}
