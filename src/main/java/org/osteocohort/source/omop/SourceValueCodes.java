package org.osteocohort.source.omop;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.CodeShapes;
import org.osteocohort.source.vocabulary.JudgedCode;

/**
 * Reads codes out of source values, for rows whose concepts say nothing. A value is a code, a code behind its
 * vocabulary's name ({@code ICD10CM:S52.501A}), or parts between bars of which one is the code, as PEDSnet writes. A
 * reading counts only when a code set row speaks for it.
 */
final class SourceValueCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Map<String, List<Vocabulary>> NAMED = Map.ofEntries(
            Map.entry("ICD10CM", List.of(Vocabulary.ICD10CM)),
            Map.entry("ICD10", List.of(Vocabulary.ICD10CM, Vocabulary.ICD10PCS)),
            Map.entry("ICD9CM", List.of(Vocabulary.ICD9CM, Vocabulary.ICD9PROC)),
            Map.entry("ICD9", List.of(Vocabulary.ICD9CM, Vocabulary.ICD9PROC)),
            Map.entry("ICD10PCS", List.of(Vocabulary.ICD10PCS)),
            Map.entry("ICD9PROC", List.of(Vocabulary.ICD9PROC)),
            Map.entry("SNOMED", List.of(Vocabulary.SNOMEDCT)),
            Map.entry("SNOMEDCT", List.of(Vocabulary.SNOMEDCT)),
            Map.entry("RXNORM", List.of(Vocabulary.RXNORM)),
            Map.entry("RXCUI", List.of(Vocabulary.RXNORM)),
            Map.entry("ATC", List.of(Vocabulary.ATC)),
            Map.entry("HCPCS", List.of(Vocabulary.HCPCS)),
            Map.entry("CPT", List.of(Vocabulary.CPT)),
            Map.entry("CPT4", List.of(Vocabulary.CPT)),
            Map.entry("LOINC", List.of(Vocabulary.LOINC)),
            Map.entry("NDC", List.of(Vocabulary.NDC)));
    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][A-Za-z0-9 -]*):\\s*(.+)");

    /** Values beyond these are taken apart each time, so that text written by hand cannot fill the memory. */
    private static final int MOST_REMEMBERED = 10_000;

    private final CodeBook book;
    /** Nearly all rows of a table have one of a few hundred values, and none of these is a code of the site's own. */
    private final Set<UTF8String> notLocal = ConcurrentHashMap.newKeySet();

    SourceValueCodes(CodeSets codeSets) {
        this.book = CodeBook.withoutVocabulary(codeSets);
    }

    /** Whether a value is or holds a code of the site's own; asked of every row, so in the bytes that Spark reads. */
    boolean isLocal(UTF8String value) {
        if (notLocal.contains(value)) {
            return false;
        }
        boolean local = local(value.toString()).isPresent();
        if (!local && notLocal.size() < MOST_REMEMBERED) {
            notLocal.add(value.copy());
        }
        return local;
    }

    /** The code of a site's own that a value is or holds; empty when no LOCAL row speaks for it. */
    Optional<JudgedCode> local(String value) {
        return value == null
                ? Optional.empty()
                : matching(Vocabulary.LOCAL, value.strip())
                        .or(() -> parts(value).stream()
                                .flatMap(part -> matching(Vocabulary.LOCAL, part).stream())
                                .findFirst());
    }

    /**
     * What a row stands for by its source value.
     *
     * @param date decides between ICD-9 and ICD-10 where a code fits both; null when unknown
     */
    Optional<JudgedCode> judge(EventDomain domain, String value, LocalDate date) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<JudgedCode> found = Optional.empty();
        List<String> parts = parts(value);
        // From the end: where a text stands before the code, only the code can be one.
        for (int position = parts.size() - 1; position >= 0 && found.isEmpty(); position--) {
            String before = position == 0 ? "" : parts.get(position - 1);
            found = part(domain, parts.get(position), before, date);
        }
        return found.or(() -> local(value))
                .or(() -> domain == EventDomain.DRUG ? book.drugNamed(value) : Optional.empty());
    }

    private Optional<JudgedCode> part(EventDomain domain, String part, String before, LocalDate date) {
        String code = part;
        List<Vocabulary> named = NAMED.get(nameForm(before));
        Matcher prefixed = PREFIXED.matcher(part);
        if (named == null && prefixed.matches()) {
            named = NAMED.get(nameForm(prefixed.group(1)));
            code = named == null ? part : prefixed.group(2).strip();
        }
        List<Vocabulary> vocabularies = named == null ? CodeShapes.vocabularies(domain, part, date) : named;
        for (Vocabulary vocabulary : vocabularies) {
            Optional<JudgedCode> found = matching(vocabulary, code);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<JudgedCode> matching(Vocabulary vocabulary, String code) {
        return book.judge(vocabulary, code, null);
    }

    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        for (String part : value.split("\\|")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** A vocabulary's name without the marks in which sites differ: {@code ICD-10-CM} is {@code ICD10CM}. */
    private static String nameForm(String name) {
        return name.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }
}
