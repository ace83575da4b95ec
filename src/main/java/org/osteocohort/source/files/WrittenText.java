package org.osteocohort.source.files;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.source.DirectCall;

/** A cell of text without the blanks around it; nothing, where it holds nothing or one of the words for nothing. */
final class WrittenText implements DirectCall.Rewording {
    private static final long serialVersionUID = 1L;

    /** Also the dot, which is SAS's missing value. */
    private static final Set<UTF8String> NULL_WORDS = Stream.of("", ".", "NA", "NULL", "null", "\\N", "\"\"")
            .map(UTF8String::fromString)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_NULL_WORD =
            NULL_WORDS.stream().mapToInt(UTF8String::numBytes).max().orElseThrow();

    @Override
    public UTF8String reword(UTF8String cell) {
        UTF8String trimmed = cell.trim();
        return trimmed.numBytes() <= LONGEST_NULL_WORD && NULL_WORDS.contains(trimmed) ? null : trimmed;
    }
}
