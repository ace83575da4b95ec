#!/usr/bin/env bash
# Runs a job on a cluster with spark-submit. Exit codes are those of OsteoCohort: 0 published, 1 internal error, 2 bad
# job or arguments, 3 bad input, 4 quality gate failed, 5 locked by another run, 6 output could not be published.
#
#   jobs/schedules/spark-submit.sh JOB.yaml [more arguments of 'osteocohort run']
#
# Environment, all optional:
#   SPARK_HOME         where Spark is (spark-submit on PATH)
#   SPARK_MASTER       the cluster, such as spark://host:7077, yarn or k8s://https://host (what Spark is configured for)
#   OSTEOCOHORT_JAR    the jar (target/osteocohort.jar of this project)
#   DRIVER_MEMORY      (4g)
#   EXECUTOR_MEMORY    (8g)
#   EXECUTOR_CORES     (4)
#
# Inputs, code sets and a local output must be the same paths on every machine; an output such as s3a://bucket/folder
# needs the client of that store among Spark's jars.
set -euo pipefail

if (($# == 0)); then
    echo "usage: $0 JOB.yaml [more arguments]" >&2
    exit 2
fi

project=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
submit=${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit
options=(
    --class org.osteocohort.cli.OsteoCohort
    # The driver writes reports and holds the lock, so it stays where this script runs and gives its exit code.
    --deploy-mode client
    --driver-memory "${DRIVER_MEMORY:-4g}"
    --executor-memory "${EXECUTOR_MEMORY:-8g}"
    --executor-cores "${EXECUTOR_CORES:-4}"
    # Spark's own messages quote rows; ours do not.
    --conf spark.driver.extraJavaOptions=-Dlog4j2.configurationFile=classpath:org/osteocohort/log4j2.properties
    --conf spark.executor.extraJavaOptions=-Dlog4j2.configurationFile=classpath:org/osteocohort/log4j2.properties
)
if [[ -n ${SPARK_MASTER:-} ]]; then
    options+=(--master "$SPARK_MASTER")
fi

exec "$submit" "${options[@]}" "${OSTEOCOHORT_JAR:-$project/target/osteocohort.jar}" run "$@"
