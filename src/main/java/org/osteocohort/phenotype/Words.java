package org.osteocohort.phenotype;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants of the model as words of a sentence. */
final class Words {
    private Words() {}

    /** In the order of the enum, so that a sentence never changes by itself. */
    static <E extends Enum<E>> String list(Collection<E> constants) {
        return constants.stream()
                .sorted()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" or "));
    }
}
