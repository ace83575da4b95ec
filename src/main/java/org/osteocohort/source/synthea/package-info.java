/**
 * Synthea's CSV export, in its several versions.
 *
 * <p>In: a folder of Synthea's tables, a vocabulary folder where there is one, the study's code sets. Out: canonical
 * rows. Conditions and procedures are SNOMED CT unless their column SYSTEM says otherwise, observations LOINC,
 * medications RxNorm products. There is no time of observation, so it goes from the first to the last encounter.
 */
package org.osteocohort.source.synthea;
