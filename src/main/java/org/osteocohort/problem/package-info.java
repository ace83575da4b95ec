/**
 * What can be wrong, told to the person who can mend it.
 *
 * <p>In: findings of every reader. Out: exceptions that carry all problems of one step together. No patient value ever
 * stands in one.
 */
package org.osteocohort.problem;
