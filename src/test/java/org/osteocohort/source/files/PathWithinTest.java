package org.osteocohort.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathWithinTest {
    private static final Path FOLDER = Path.of("/data/site one");

    private final PathWithin path = new PathWithin(FOLDER);

    @Test
    void aFileIsNamedByItsPathInTheFolder() {
        assertThat(path.call(address("measurement/part-0.parquet"))).isEqualTo("measurement/part-0.parquet");
        assertThat(path.call(address("notes 100%/a b.parquet"))).isEqualTo("notes 100%/a b.parquet");
    }

    @Test
    void rowsOfFilesInTurnKeepTheirOwnFile() {
        String one = address("person/1.parquet");
        String other = address("person/2.parquet");
        for (int row = 0; row < 3; row++) {
            assertThat(path.call(one)).isEqualTo("person/1.parquet");
            assertThat(path.call(other)).isEqualTo("person/2.parquet");
        }
    }

    @Test
    void whatStandsElsewhereKeepsItsWholePath() {
        assertThat(path.call(Path.of("/elsewhere/person.parquet").toUri().toString()))
                .isEqualTo("/elsewhere/person.parquet");
    }

    private static String address(String file) {
        return FOLDER.resolve(file).toUri().toString();
    }
}
