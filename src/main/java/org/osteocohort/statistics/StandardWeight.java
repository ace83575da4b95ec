package org.osteocohort.statistics;

/**
 * The weight of an age band and a sex in a standard population. Grain: age band and sex in use.
 *
 * <p>A band that cuts an age group of the standard takes the group's share by years: ages 15 to 18 take four fifths of
 * the group of 15 to 19, as if its years were of one size. The standards have no sex, so each sex takes the same share,
 * half of the band when there are two.
 *
 * @param weight in the unit of the standard, above zero; only its proportion to the other weights matters
 */
public record StandardWeight(AgeBand band, String sex, double weight) {}
