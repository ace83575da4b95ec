package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
    @Test
    void withoutSparkSubmitItRunsOnAllCoresOfThisMachine() {
        SparkConf conf = Session.configured(new SparkConf(false), 2);

        assertThat(conf.get("spark.master")).isEqualTo("local[*]");
        assertThat(conf.get("spark.sql.shuffle.partitions")).isEqualTo("8");
        assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "4, 8", "5, 10", "64, 128"})
    void moreCoresGetMorePartitions(int cores, String partitions) {
        assertThat(Session.configured(new SparkConf(false), cores).get("spark.sql.shuffle.partitions"))
                .isEqualTo(partitions);
    }

    @Test
    void whatSparkSubmitChoseStays() {
        SparkConf given = new SparkConf(false)
                .set("spark.master", "yarn")
                .set("spark.app.name", "nightly")
                .set("spark.ui.enabled", "true");

        SparkConf conf = Session.configured(given, 2);

        assertThat(conf.get("spark.master")).isEqualTo("yarn");
        assertThat(conf.get("spark.app.name")).isEqualTo("nightly");
        assertThat(conf.get("spark.ui.enabled")).isEqualTo("true");
        assertThat(conf.contains("spark.sql.shuffle.partitions")).isFalse();
    }

    @Test
    void whatNumbersMeanIsNotThePlatformsChoice() {
        SparkConf given = new SparkConf(false)
                .set("spark.sql.session.timeZone", "America/New_York")
                .set("spark.sql.datetime.java8API.enabled", "false")
                .set("spark.sql.parquet.outputTimestampType", "INT96")
                .set("spark.sql.ansi.enabled", "false");

        SparkConf conf = Session.configured(given, 2);

        assertThat(conf.get("spark.sql.session.timeZone")).isEqualTo("UTC");
        assertThat(conf.get("spark.sql.datetime.java8API.enabled")).isEqualTo("true");
        assertThat(conf.get("spark.sql.parquet.outputTimestampType")).isEqualTo("TIMESTAMP_MICROS");
        assertThat(conf.get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(given.get("spark.sql.ansi.enabled")).as("the given settings").isEqualTo("false");
    }
}
