package org.osteocohort.cache;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.fingerprint.FileFingerprint;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.job.Extract;
import org.osteocohort.source.ExtractSource;

/**
 * Under what digest the rows of each source file of an extract are kept: of all that shapes them.
 *
 * @param keys by path within the extract
 * @param shared the files that are read with any other file
 */
record SourceFileKeys(Map<String, String> keys, Set<String> shared) {
    SourceFileKeys {
        keys = Map.copyOf(keys);
        shared = Set.copyOf(shared);
    }

    /**
     * The keys of an extract's files.
     *
     * @param engine a digest of what reads them
     */
    static SourceFileKeys of(
            Extract extract,
            ExtractSource source,
            CodeSets codeSets,
            String engine,
            Function<Path, InputFiles> inputs,
            Configuration hadoop) {
        Map<String, FileFingerprint> files = inputs.apply(extract.path()).files();
        Set<String> shared = source.sharedFiles(hadoop);
        Map<String, String> common = new LinkedHashMap<>();
        common.put("engine", engine);
        common.put("codes", Digest.ofText(codeSets.rows().toString()));
        common.put("site", extract.site());
        common.put("format", extract.format() + " " + extract.files() + " " + extract.delimiter());
        common.put("checks", extract.deidentification().toString());
        common.put(
                "vocabulary",
                extract.vocabulary() == null
                        ? ""
                        : inputs.apply(extract.vocabulary()).identity());
        common.put("circumstances", source.circumstances(hadoop));
        common.put("shared", identities(files, shared));
        String before = Digest.ofText(common.toString());
        Map<String, String> keys = new TreeMap<>();
        files.forEach((name, file) -> keys.put(name, Digest.ofText(before + "\n" + name + "\n" + file.identity())));
        return new SourceFileKeys(keys, shared);
    }

    private static String identities(Map<String, FileFingerprint> files, Set<String> shared) {
        Map<String, String> identities = new TreeMap<>();
        shared.forEach(name ->
                identities.put(name, files.containsKey(name) ? files.get(name).identity() : "unknown"));
        return identities.toString();
    }
}
