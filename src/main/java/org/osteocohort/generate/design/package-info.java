/**
 * What a made-up child is meant to be, before any of it is written down in codes.
 *
 * <p>In: a seed, a patient number and an archetype. Out: {@link org.osteocohort.generate.design.DesignedPatient}: the
 * fractures, scans, diagnoses, drugs and care of one child as facts, complete and exact, so that the truth can be told
 * from them without reading a code.
 */
package org.osteocohort.generate.design;
