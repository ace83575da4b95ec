/**
 * What may be shown: hides small counts, and every count that would give a small one away.
 *
 * <p>In: the rows of all report tables together, and a threshold. Out: the same rows with hidden numbers null and a
 * status that says so, and a list for the operator of what was hidden and why. Each table declares as data which cells
 * its numbers are and how they are related; one solver works on the cells of all tables at once, so that tables which
 * hold the same number hide it together. Plain Java; the last step before publishing.
 */
package org.osteocohort.disclosure;
