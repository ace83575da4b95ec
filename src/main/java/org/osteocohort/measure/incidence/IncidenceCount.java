package org.osteocohort.measure.incidence;

/** What the numbers of the incidence tally count, each by what is counted, denominator, period and stratum. */
enum IncidenceCount {
    /** Days at risk; of what is counted, those that it takes away since it came before them. */
    DAYS,
    /** Children with a day at risk, once for each age band, each age group and all ages; or whom it takes away. */
    PERSONS,
    EVENTS,
    /** Children who contribute to the period, but no day after the washout; of all ages only. */
    NOT_FOLLOWED
}
