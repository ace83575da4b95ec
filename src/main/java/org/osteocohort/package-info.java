/**
 * The whole study on one screen: {@link org.osteocohort.CohortStudy}. Packages follow the patient, from {@code source}
 * to {@code publish}; only this package and {@code cli} see all of them.
 */
package org.osteocohort;
