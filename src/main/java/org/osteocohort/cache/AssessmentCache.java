package org.osteocohort.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyRow;
import org.osteocohort.parquet.ParquetTableReader;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.publish.DurableFiles;
import org.osteocohort.source.SourceFile;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/**
 * The tally of all children and their restricted rows, as the last run that came so far left them. One state is kept:
 * what is there under another key is of another question.
 */
final class AssessmentCache {
    private static final String TALLY = "tally.parquet";
    private static final String FILES = "attempts";
    private static final String MADE_OF = "made-of.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path entries;
    private final Path staging;

    AssessmentCache(Path folder) {
        this.entries = folder.resolve("assessed");
        this.staging = folder.resolve(".assessed");
    }

    /** One number of the tally. */
    record Count(
            @Meaning("What counts") String measure,

            @Meaning("What is counted, in the measure's own terms")
            String cell,

            @Meaning("How many") long count) {
        static final Table<Count> TABLE = Table.of("tally", "a number of the tally", Count.class);
    }

    /**
     * What was found out when the same was asked before.
     *
     * @param question a digest of all that was asked
     */
    Optional<KeptAssessment> find(String question) throws IOException {
        Optional<CacheEntry> entry = CacheEntry.trusted(entries.resolve(question));
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Path folder = entry.get().folder();
        JsonNode madeOf = JSON.readTree(folder.resolve(MADE_OF).toFile());
        Map<SourceFile, String> rows = new HashMap<>();
        madeOf.path("rows")
                .forEach(file -> rows.put(
                        new SourceFile(
                                file.path("site").asText(), file.path("path").asText()),
                        file.path("key").asText()));
        Tally tally = new Tally();
        try (ParquetTableReader<Count> reader = ParquetTableReader.open(folder.resolve(TALLY), Count.TABLE)) {
            for (Count count : reader.rest()) {
                tally.add(new TallyRow(count.measure(), count.cell(), count.count()));
            }
        }
        return Optional.of(new KeptAssessment(madeOf.path("contents").asText(), rows, tally, folder.resolve(FILES)));
    }

    /**
     * Keeps an assessment, and no other.
     *
     * @param question a digest of all that was asked
     * @param assessment its files may be part of the one that was kept before
     */
    void keep(String question, KeptAssessment assessment) throws IOException {
        DurableFiles.deleteTree(staging);
        Files.createDirectories(staging);
        List<Count> counts = assessment.tally().rows().stream()
                .map(row -> new Count(row.measure(), row.cell(), row.count()))
                .toList();
        ParquetTableWriter.write(staging.resolve(TALLY), Count.TABLE, counts, Map.of());
        Files.writeString(staging.resolve(MADE_OF), madeOf(assessment).toPrettyString());
        DurableFiles.link(assessment.files(), staging.resolve(FILES));
        DurableFiles.deleteTree(entries);
        CacheEntry.seal(staging, entries.resolve(question));
    }

    private static ObjectNode madeOf(KeptAssessment assessment) {
        ObjectNode madeOf = JSON.createObjectNode().put("contents", assessment.contents());
        ArrayNode rows = madeOf.putArray("rows");
        assessment
                .rows()
                .forEach((file, key) -> rows.addObject()
                        .put("site", file.site())
                        .put("path", file.path())
                        .put("key", key));
        return madeOf;
    }
}
