/**
 * Who is counted, when and in which group. In: the job, a child and its observed time. Out: the study frame, periods,
 * denominators, age bands and strata that every measure shares.
 */
package org.osteocohort.measure.population;
