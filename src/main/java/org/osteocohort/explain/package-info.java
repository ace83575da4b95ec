/**
 * The story of one child, for a clinician who checks what the study made of it.
 *
 * <p>In: the restricted tables of a published run and the identifier of a patient. Out: a text in plain English, in
 * order of time: what was found, what counted, what did not and why, and which rule decided. Plain Java; nothing is
 * computed anew, so the story is that of the published run. Its output is patient data and never goes into a log.
 */
package org.osteocohort.explain;
