package org.osteocohort.job;

/** A column by which children are divided into groups. */
public enum StratumColumn {
    SEX,
    /** Coarse groups of ages, each of several bands. */
    AGE_GROUP,
    AGE_BAND,
    RACE,
    ETHNICITY,
    SITE
}
