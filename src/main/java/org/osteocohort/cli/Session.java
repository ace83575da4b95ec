package org.osteocohort.cli;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark. Where it runs and with how much is the scheduler's choice; what numbers mean is ours. */
final class Session {
    private static final int FEWEST_PARTITIONS = 8;

    private Session() {}

    /** A session on the master that spark-submit chose, or else on all cores of this machine. The caller stops it. */
    static SparkSession open() {
        SparkConf given = new SparkConf();
        int cores = Runtime.getRuntime().availableProcessors();
        return SparkSession.builder().config(configured(given, cores)).getOrCreate();
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
