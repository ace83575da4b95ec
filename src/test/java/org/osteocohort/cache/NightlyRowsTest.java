package org.osteocohort.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.source.ExtractSource;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.testkit.Deliveries;
import org.osteocohort.testkit.Faults;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.UnpackedBundles;

/**
 * Night after night files come, go and change: rows that are remembered and rows that are read give together what reading
 * everything gives, and what was read in some night is not opened again.
 */
@ExtendWith(SparkExtension.class)
class NightlyRowsTest {
    private static final Instant FIRST_NIGHT = Instant.parse("2026-01-05T02:00:00Z");
    private static final long SEED = 20_261_128;
    private static final int CHILDREN = 30;
    private static final int CHANGES_A_NIGHT = 3;

    @TempDir
    private Path folder;

    /** The files of each state of what decides on the rows of all files, by path and content. */
    private final Map<String, Set<String>> read = new HashMap<>();

    @ParameterizedTest
    @EnumSource
    void whatIsRememberedAndWhatIsReadIsEverything(GeneratedFormat format, SparkSession spark) throws IOException {
        Path place = folder.resolve("extracts/site");
        Deliveries.write(place, format, CHILDREN, SEED);
        Deliveries deliveries = new Deliveries(place, new Random(SEED));
        int fewest = Integer.MAX_VALUE;
        for (int night = 0; night < Faults.trials(5, 8); night++) {
            List<String> changes = night == 0 ? List.of() : deliveries.next(CHANGES_A_NIGHT);
            Instant now = FIRST_NIGHT.plus(Duration.ofHours(night));
            int opened = assertSameRows(spark, extract(format, place), now, "night " + night + ": " + changes);
            fewest = Math.min(fewest, opened);
        }
        int files = Deliveries.files(place).size();
        assertThat(fewest).as("files opened in the quietest night").isLessThan(files / 2);
    }

    private static Extract extract(GeneratedFormat format, Path place) {
        return new Extract("site", ExtractFormat.valueOf(format.name()), place, FileFormat.DETECTED, null, null);
    }

    /** Gives the number of files that were opened. */
    private int assertSameRows(SparkSession spark, Extract extract, Instant now, String what) throws IOException {
        InputFiles inputs = InputFiles.of(extract.path());
        StudyRows remembered = new RowCache(folder.resolve("cache"), "engine", spark)
                .read(List.of(extract), ShippedStudy.CODE_SETS, path -> inputs, () -> {}, now);
        assertThat(UnpackedBundles.texts(remembered.all()))
                .as(what)
                .isEqualTo(UnpackedBundles.texts(
                        Bundles.of(Extracts.read(List.of(extract), ShippedStudy.CODE_SETS, spark))));
        assertNothingIsReadTwice(extract, inputs, remembered.opened(), what);
        return remembered.opened().size();
    }

    private void assertNothingIsReadTwice(Extract extract, InputFiles inputs, Set<Path> opened, String what) {
        Configuration hadoop = new Configuration();
        ExtractSource source = Extracts.source(extract, ShippedStudy.CODE_SETS);
        Set<String> shared = source.sharedFiles(hadoop);
        Map<String, String> contents = inputs.files().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> file.getKey() + file.getValue().digest()));
        String state = source.circumstances(hadoop)
                + shared.stream().sorted().map(contents::get).toList();
        Set<String> known = read.computeIfAbsent(state, unknown -> new HashSet<>());
        assertThat(contents.keySet())
                .as(what)
                .filteredOn(file -> !shared.contains(file) && known.contains(contents.get(file)))
                .noneMatch(file -> opened.contains(extract.path().resolve(file)));
        known.addAll(contents.values());
    }
}
