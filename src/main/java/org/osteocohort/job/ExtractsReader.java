package org.osteocohort.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlObject;

/** Reads the part of a job file that names the extracts. */
final class ExtractsReader {
    private static final String KEY = "extracts";

    /** What may stand in a patient_id and in a file name alike. */
    private static final Pattern SITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    /** Letters, digits and blanks stand in values, quotes and backslashes have a meaning of their own. */
    private static final Pattern DELIMITER = Pattern.compile("\t|[\\p{ASCII}&&[^\\p{L}\\p{N}\\p{Z}\\p{Cntrl}\"'\\\\]]");

    /** A century; some sites move all dates into the far future. */
    private static final int MOST_SHIFTED_DAYS = 36_525;

    private final YamlObject job;
    private final JobPaths paths;
    private final List<Problem> problems;
    private final Path sharedVocabulary;
    private final Map<String, Integer> sites = new HashMap<>();
    private final Map<Path, Integer> folders = new HashMap<>();

    ExtractsReader(YamlObject job, JobPaths paths, List<Problem> problems) {
        this.job = job;
        this.paths = paths;
        this.problems = problems;
        this.sharedVocabulary = vocabulary(job, null);
    }

    List<Extract> extracts() {
        int before = problems.size();
        List<YamlObject> entries = job.objects(KEY);
        if (entries.isEmpty() && problems.size() == before) {
            job.problem(KEY, "a list of extracts, at least one");
        }
        List<Extract> extracts = new ArrayList<>();
        for (YamlObject entry : entries) {
            extracts.add(extract(entry, extracts.size()));
        }
        return extracts;
    }

    private Extract extract(YamlObject entry, int index) {
        String site = site(entry, index);
        ExtractFormat format = entry.constant("format", ExtractFormat.class);
        Path path = folder(entry, index);
        FileFormat files = entry.constant("files", FileFormat.class, FileFormat.DETECTED);
        Character delimiter = delimiter(entry, files);
        Path vocabulary = vocabulary(entry, sharedVocabulary);
        Deidentification deidentification = deidentification(entry);
        OnFailure onFailure = entry.constant("onFailure", OnFailure.class, OnFailure.STOP);
        LocalDate extractDate = entry.has("extractDate") ? entry.date("extractDate") : null;
        if (format == ExtractFormat.FHIR) {
            refuseTableKeys(entry);
        }
        entry.done();
        return new Extract(site, format, path, files, delimiter, vocabulary, deidentification, onFailure, extractDate);
    }

    /** Without a default: only its owner knows what was done to an extract. */
    private static Deidentification deidentification(YamlObject entry) {
        String expected = "what was done to the extract: one of " + Profile.labels();
        Profile profile = Profile.LIMITED_DATA_SET;
        if (!entry.has("deidentification")) {
            entry.problem("deidentification", expected);
        } else {
            String text = entry.text("deidentification");
            profile = Profile.of(text).orElse(Profile.LIMITED_DATA_SET);
            if (!text.isEmpty() && Profile.of(text).isEmpty()) {
                entry.problem("deidentification", expected);
            }
        }
        if (!entry.has("dateShiftDays")) {
            return new Deidentification(profile, null);
        }
        int days = entry.integer("dateShiftDays", 1, MOST_SHIFTED_DAYS);
        if (profile != Profile.SHIFTED) {
            entry.problem("dateShiftDays", "no date shift, since the extract is not declared as shifted");
        }
        return new Deidentification(profile, days);
    }

    private String site(YamlObject entry, int index) {
        String site = entry.text("site");
        if (site.isEmpty()) {
            return site;
        }
        if (!SITE.matcher(site).matches()) {
            entry.problem("site", "1 to 40 letters, digits, hyphens and underscores, the first a letter or a digit");
        }
        // Names that differ in case only would share a folder on some file systems.
        Integer other = sites.putIfAbsent(site.toLowerCase(Locale.ROOT), index);
        if (other != null) {
            entry.problem("site", "another name than that of " + KEY + "[" + other + "]");
        }
        return site;
    }

    /** The same folder under two sites would count every child twice. */
    private Path folder(YamlObject entry, int index) {
        int before = problems.size();
        Path folder = paths.folder(entry, "path");
        Integer other = problems.size() == before ? folders.putIfAbsent(folder, index) : null;
        if (other != null) {
            entry.problem("path", "another folder than that of " + KEY + "[" + other + "]");
        }
        return folder;
    }

    private static Character delimiter(YamlObject entry, FileFormat files) {
        if (!entry.has("delimiter")) {
            return null;
        }
        String text = entry.text("delimiter");
        if (text.isEmpty()) {
            return null;
        }
        String delimiter = text.equals("tab") || text.equals("\\t") ? "\t" : text;
        if (!DELIMITER.matcher(delimiter).matches() || delimiter.length() != 1) {
            entry.problem("delimiter", "one character such as ',' or '|', or tab");
            return null;
        }
        if (files == FileFormat.PARQUET) {
            entry.problem("delimiter", "no delimiter, since the files are parquet");
        }
        return delimiter.charAt(0);
    }

    private static void refuseTableKeys(YamlObject entry) {
        for (String key : List.of("files", "delimiter")) {
            if (entry.has(key)) {
                entry.problem(key, "no such key, since FHIR comes as NDJSON only");
            }
        }
    }

    private Path vocabulary(YamlObject object, Path fallback) {
        return object.has("vocabulary") ? paths.folder(object, "vocabulary") : fallback;
    }
}
