package org.osteocohort.measure.comparison;

import org.osteocohort.measure.population.Stratum;

/** A level of a column, and the stratum of the children at it. */
record ComparedLevel(String column, String name, Stratum stratum) {
    private static final String ALL = Stratum.ALL;

    static ComparedLevel ofSex(String sex) {
        return new ComparedLevel("sex", sex, new Stratum(sex, ALL, ALL, ALL, ALL, ALL));
    }

    static ComparedLevel ofRace(String race) {
        return new ComparedLevel("race", race, new Stratum(ALL, ALL, ALL, race, ALL, ALL));
    }

    static ComparedLevel ofEthnicity(String ethnicity) {
        return new ComparedLevel("ethnicity", ethnicity, new Stratum(ALL, ALL, ALL, ALL, ethnicity, ALL));
    }

    static ComparedLevel ofSite(String site) {
        return new ComparedLevel("site", site, new Stratum(ALL, ALL, ALL, ALL, ALL, site));
    }
}
