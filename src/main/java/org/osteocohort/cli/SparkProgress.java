package org.osteocohort.cli;

import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Passes Spark's tasks on to the progress of a run; of what a task says, only its count of rows. */
final class SparkProgress extends SparkListener {
    private final Progress progress;

    SparkProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        progress.tasksBegin(submitted.stageInfo().numTasks());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
        if (ended.reason() == Success$.MODULE$) {
            progress.taskDone(
                    ended.taskMetrics() == null
                            ? 0
                            : ended.taskMetrics().inputMetrics().recordsRead());
        }
    }
}
