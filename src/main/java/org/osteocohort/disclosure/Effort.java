package org.osteocohort.disclosure;

/**
 * How much may be spent on a search for another table.
 *
 * @param steps how long it goes on
 * @param dearest what is shown and has a higher price does not vary
 */
record Effort(int steps, long dearest) {}
