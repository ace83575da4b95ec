package org.osteocohort.testkit;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one Spark session of the test run: starting Spark takes longer than most tests. It is never stopped;
 * it ends with the JVM.
 */
public final class SparkExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Session.SHARED;
    }

    /** Made when the first test asks. */
    private static final class Session {
        private static final SparkSession SHARED = SparkSession.builder()
                .appName("osteocohort-tests")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.shuffle.partitions", "2")
                // Tests plan the same queries hundreds of times; with Spark's usual 100 classes each is compiled anew.
                .config("spark.sql.codegen.cache.maxEntries", "5000")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
