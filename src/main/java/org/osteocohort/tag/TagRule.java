package org.osteocohort.tag;

import java.io.Serializable;

/**
 * When the records of an item make the item hold.
 *
 * @param minDates on how many different days it must be on record
 * @param daysApart the first and the last of them lie at least so many days apart
 * @param orInpatient whether one record of a stay in hospital suffices
 * @param effectDays for how many days after each record the item is in effect; null for lifelong
 */
public record TagRule(int minDates, int daysApart, boolean orInpatient, Integer effectDays) implements Serializable {}
