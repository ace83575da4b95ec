/**
 * The command line: what people and schedulers call.
 *
 * <p>In: arguments. Out: an exit code, one line per problem, and never a value from patient data. Commands judge what
 * they are given before Spark starts; the work itself is done behind {@link org.osteocohort.cli.Operations}.
 */
package org.osteocohort.cli;
