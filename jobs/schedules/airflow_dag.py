"""OsteoCohort every night, by Airflow 2.4 or later with the provider apache-airflow-providers-apache-spark.

The connection "spark_default" names the cluster. Airflow only knows success and failure; the reason is the last line of
the task's log, and with notify in the job file whoever must know is told.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

LOGGING = "-Dlog4j2.configurationFile=classpath:org/osteocohort/log4j2.properties"

with DAG(
    dag_id="osteocohort",
    description="Cohorts of pediatric osteoporosis",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    # The output is locked anyway; this keeps the second run from starting.
    max_active_runs=1,
    default_args={
        # Bad input stays bad, so trying again helps only after a lost machine.
        "retries": 1,
        "retry_delay": timedelta(minutes=30),
        "execution_timeout": timedelta(hours=6),
    },
) as dag:
    SparkSubmitOperator(
        task_id="run",
        conn_id="spark_default",
        application="/opt/osteocohort/target/osteocohort.jar",
        java_class="org.osteocohort.cli.OsteoCohort",
        application_args=["run", "/etc/osteocohort/job.yaml", "--progress", "lines", "--summary", "json"],
        driver_memory="4g",
        executor_memory="8g",
        executor_cores=4,
        conf={
            # Spark's own messages quote rows; ours do not.
            "spark.driver.extraJavaOptions": LOGGING,
            "spark.executor.extraJavaOptions": LOGGING,
        },
    )
