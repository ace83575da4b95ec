/**
 * How often it begins. In: assessed children and their observed time. Out: rows of incidence, events by person-time at
 * risk.
 */
package org.osteocohort.measure.incidence;
