/**
 * What is true of a made-up child.
 *
 * <p>In: {@link org.osteocohort.generate.design.DesignedPatient}. Out: {@link org.osteocohort.generate.truth.Truth},
 * worked out from the designed facts by a reading of the written rules that shares nothing with the engine it judges.
 */
package org.osteocohort.generate.truth;
