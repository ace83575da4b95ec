package org.osteocohort.source.files;

import java.io.IOException;

/** A text file that is not UTF-8; the spreadsheet programs' "Unicode text" is UTF-16. */
final class WrongEncodingException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongEncodingException() {
        super("not UTF-8");
    }
}
