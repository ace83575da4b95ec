package org.osteocohort.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.fhir.FhirSource;
import org.osteocohort.source.omop.OmopSource;
import org.osteocohort.source.pcornet.PcornetSource;
import org.osteocohort.source.synthea.SyntheaSource;

/** All extracts of a job as one dataset. */
public final class Extracts {
    /** Compressed input bytes per part: a part of the children then fits a core's memory many times. */
    private static final long BYTES_OF_A_PARTITION = 32L << 20;

    /** From so many parts to twice as many it takes so many steps, of a quarter and less. */
    private static final long STEPS_UP_TO_TWICE = 4;

    private static final long MOST_PARTITIONS = 10_000;

    private Extracts() {}

    /** The source for an extract's format. */
    public static ExtractSource source(Extract extract, CodeSets codeSets) {
        return source(extract, codeSets, FirstLooks.NONE);
    }

    /**
     * The source for an extract's format.
     *
     * @param looks who remembers what files told at a first look
     */
    public static ExtractSource source(Extract extract, CodeSets codeSets, FirstLooks looks) {
        return switch (extract.format()) {
            case FHIR -> new FhirSource(extract, codeSets, looks);
            case OMOP -> new OmopSource(extract, codeSets);
            case PCORNET -> new PcornetSource(extract, codeSets);
            case SYNTHEA -> new SyntheaSource(extract, codeSets);
        };
    }

    /**
     * The rows of all extracts in the shape of {@link CanonicalRows}.
     *
     * @throws BadInputException with the problems of all extracts together
     */
    public static Dataset<Row> read(List<Extract> extracts, CodeSets codeSets, SparkSession spark) {
        List<Problem> problems = new ArrayList<>();
        Dataset<Row> all = null;
        for (Extract extract : extracts) {
            try {
                Dataset<Row> rows = source(extract, codeSets).read(spark);
                all = all == null ? rows : all.unionAll(rows);
            } catch (BadInputException exception) {
                problems.addAll(exception.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        return all;
    }

    /**
     * Into how many parts the children of these extracts are divided: by the bytes on disk, so that the same input
     * always gives the same parts, however many cores there are. In steps, so that an extract that grows from night to
     * night is divided in another way only now and then: what was assessed before can then not be gone on from.
     */
    public static int partitions(List<Extract> extracts) {
        long bytes = 0;
        for (Extract extract : extracts) {
            try (Stream<Path> files = Files.walk(extract.path())) {
                bytes += files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
            } catch (IOException exception) {
                Problem problem = new Problem(extract.path().toString(), "this folder cannot be listed");
                throw new BadInputException(List.of(problem));
            }
        }
        return partitions(bytes);
    }

    static int partitions(long bytes) {
        long parts = 1 + bytes / BYTES_OF_A_PARTITION;
        long step = Math.max(1, Long.highestOneBit(parts) / STEPS_UP_TO_TWICE);
        return (int) Math.min(MOST_PARTITIONS, (parts + step - 1) / step * step);
    }
}
