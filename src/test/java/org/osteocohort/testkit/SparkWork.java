package org.osteocohort.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.SparkSession;

/**
 * What Spark was asked to do meanwhile: the jobs it started and the stages it ran. Speed is kept by counting these, since
 * a clock on a busy machine tells nothing.
 *
 * @param value what was made meanwhile
 */
public record SparkWork<T>(T value, int jobs, int stages) {
    /** Counts while something is made. */
    public static <T> SparkWork<T> during(SparkSession spark, Supplier<T> made) throws Exception {
        AtomicInteger jobs = new AtomicInteger();
        AtomicInteger stages = new AtomicInteger();
        SparkListener counter = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart started) {
                jobs.incrementAndGet();
            }

            @Override
            public void onStageCompleted(SparkListenerStageCompleted completed) {
                stages.incrementAndGet();
            }
        };
        spark.sparkContext().listenerBus().waitUntilEmpty();
        spark.sparkContext().addSparkListener(counter);
        try {
            T value = made.get();
            spark.sparkContext().listenerBus().waitUntilEmpty();
            return new SparkWork<>(value, jobs.get(), stages.get());
        } finally {
            spark.sparkContext().removeSparkListener(counter);
        }
    }
}
