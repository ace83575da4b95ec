package org.osteocohort.publish;

import java.io.IOException;

/** {@code latest} is there and names no run; only a person can know which run it should name. */
final class DamagedPointerException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedPointerException(String pointer) {
        super(pointer + " names no run; write the id of a complete run into it, or remove it");
    }
}
