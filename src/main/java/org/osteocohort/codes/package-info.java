/**
 * Medical vocabularies and code sets: from the CSV files of a study to the answer "what does this code mean here?".
 *
 * <p>In: code set files, one row per code or prefix with its item and role. Out: {@link org.osteocohort.codes.CodeSets},
 * which matches a recorded code to the rows that speak for it. Nothing here knows an extract format or Spark.
 */
package org.osteocohort.codes;
