/**
 * What earlier runs found out and a later one need not find out again: what each source file tells at a first look, its
 * canonical rows, and the tally and restricted rows of all children, with the rows that these were made of.
 *
 * <p>In: a folder beside the runs. Out: the same rows and counts that reading everything would give, or nothing. Every
 * entry stands under a digest of all that shapes it, is complete before it gets its name, and is believed only when the
 * bytes are those that were written. The folder may be removed at any time; whoever works here holds the lock of the
 * output.
 */
package org.osteocohort.cache;
