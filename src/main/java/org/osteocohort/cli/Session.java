package org.osteocohort.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;

/** Starts Spark. Where it runs and with how much is the scheduler's choice; what numbers mean is ours. */
final class Session {
    private static final int FEWEST_PARTITIONS = 8;

    private static final String PATHS_LOOKED_AT_WITHOUT_A_JOB = "100000";

    private Session() {}

    /**
     * A session on the master that spark-submit chose, or else on all cores of this machine. The caller stops it.
     *
     * @param eventLog the folder for Spark's event log; null for what spark-submit chose
     */
    static SparkSession open(Path eventLog) {
        SparkConf given = new SparkConf();
        if (eventLog != null) {
            logEvents(given, eventLog);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return SparkSession.builder().config(configured(given, cores)).getOrCreate();
    }

    private static void logEvents(SparkConf conf, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException exception) {
            String what = "this folder for Spark's event log cannot be made";
            throw new BadJobException(List.of(new Problem("--event-log " + folder, what)));
        }
        conf.set("spark.eventLog.enabled", "true");
        conf.set("spark.eventLog.dir", folder.toUri().toString());
    }

    /**
     * The given settings with ours added.
     *
     * @param cores of this machine, used when no cluster is given
     */
    static SparkConf configured(SparkConf given, int cores) {
        SparkConf conf = given.clone();
        conf.setIfMissing("spark.app.name", "OsteoCohort");
        if (!conf.contains("spark.master")) {
            conf.setMaster("local[*]");
            // Spark's default of 200 is meant for clusters; a local run would spend its time on empty tasks.
            int partitions = Math.max(FEWEST_PARTITIONS, 2 * cores);
            conf.setIfMissing("spark.sql.shuffle.partitions", Integer.toString(partitions));
            // Beyond 32 paths Spark would start a job to look whether they are there, a task for each.
            conf.setIfMissing("spark.sql.sources.parallelPartitionDiscovery.threshold", PATHS_LOOKED_AT_WITHOUT_A_JOB);
        }
        // A port on a hospital's server, and one that a second run finds taken.
        conf.setIfMissing("spark.ui.enabled", "false");
        // The same input must give the same days everywhere, so a platform's defaults do not count here.
        conf.set("spark.sql.session.timeZone", "UTC");
        conf.set("spark.sql.datetime.java8API.enabled", "true");
        conf.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        // Otherwise a value that cannot be converted would become null without a word.
        conf.set("spark.sql.ansi.enabled", "true");
        return conf;
    }
}
