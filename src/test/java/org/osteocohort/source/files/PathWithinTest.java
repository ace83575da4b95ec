package org.osteocohort.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class PathWithinTest {
    private static final Path FOLDER = Path.of("/data/site one");

    private final PathWithin path = new PathWithin(FOLDER);

    @Test
    void aFileIsNamedByItsPathInTheFolder() {
        assertThat(within(address("measurement/part-0.parquet"))).isEqualTo("measurement/part-0.parquet");
        assertThat(within(address("notes 100%/a b.parquet"))).isEqualTo("notes 100%/a b.parquet");
    }

    @Test
    void rowsOfFilesInTurnKeepTheirOwnFile() {
        String one = address("person/1.parquet");
        String other = address("person/2.parquet");
        for (int row = 0; row < 3; row++) {
            assertThat(within(one)).isEqualTo("person/1.parquet");
            assertThat(within(other)).isEqualTo("person/2.parquet");
        }
    }

    @Test
    void anAddressThatSparkReadsIntoTheBytesOfTheLastIsAnother() {
        byte[] bytes = address("person/1.parquet").getBytes(StandardCharsets.UTF_8);
        assertThat(path.reword(UTF8String.fromBytes(bytes))).hasToString("person/1.parquet");
        System.arraycopy(address("person/2.parquet").getBytes(StandardCharsets.UTF_8), 0, bytes, 0, bytes.length);
        assertThat(path.reword(UTF8String.fromBytes(bytes))).hasToString("person/2.parquet");
    }

    @Test
    void whatStandsElsewhereKeepsItsWholePath() {
        assertThat(within(Path.of("/elsewhere/person.parquet").toUri().toString()))
                .isEqualTo("/elsewhere/person.parquet");
    }

    private String within(String address) {
        return path.reword(UTF8String.fromString(address)).toString();
    }

    private static String address(String file) {
        return FOLDER.resolve(file).toUri().toString();
    }
}
