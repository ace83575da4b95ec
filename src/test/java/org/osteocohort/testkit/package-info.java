/**
 * What tests share: the Spark session and readable ways to write inputs.
 *
 * <p>In: nothing of a test's own. Out: helpers that hide how, never what.
 */
package org.osteocohort.testkit;
