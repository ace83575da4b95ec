package org.osteocohort.source;

/**
 * The words for race and ethnicity that every format is brought to, so that strata of several sites agree: the minimum
 * categories of the United States' Office of Management and Budget. Everything else, and more than one, is not recorded.
 */
public final class CensusCategories {
    public static final String ASIAN = "Asian";
    public static final String BLACK = "Black or African American";
    public static final String WHITE = "White";
    public static final String PACIFIC_ISLANDER = "Native Hawaiian or Other Pacific Islander";
    public static final String NATIVE_AMERICAN = "American Indian or Alaska Native";
    public static final String HISPANIC = "Hispanic or Latino";
    public static final String NOT_HISPANIC = "Not Hispanic or Latino";

    private CensusCategories() {}
}
