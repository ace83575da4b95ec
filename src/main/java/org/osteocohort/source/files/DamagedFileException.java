package org.osteocohort.source.files;

import org.osteocohort.problem.Problem;

/** A file that turns out to be damaged while a task reads it. Keeps its words on the way from another machine. */
final class DamagedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String what;

    /** Of what the file holds nothing may be told. */
    DamagedFileException(String file, String what) {
        super(file + ": " + what);
        this.file = file;
        this.what = what;
    }

    Problem problem() {
        return new Problem(file, what);
    }
}
