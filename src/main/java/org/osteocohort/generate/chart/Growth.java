package org.osteocohort.generate.chart;

import org.osteocohort.ehr.Sex;

/**
 * Plausible heights and weights by age. Round numbers near the middle of the United States' growth charts, for made-up
 * children only: not a reference.
 */
final class Growth {
    private static final double[] BOYS_CM = {
        50, 76, 87, 96, 103, 110, 116, 122, 128, 134, 139, 144, 149, 156, 164, 170, 174, 176, 177
    };

    private static final double[] GIRLS_CM = {
        49, 74, 86, 95, 102, 109, 115, 122, 128, 133, 138, 144, 151, 157, 160, 162, 163, 163, 163
    };

    private static final double[] BOYS_KG = {
        3.5, 10, 12.7, 14.5, 16.5, 18.5, 21, 23, 25.5, 28.5, 32, 36, 40.5, 45.5, 51, 56.5, 61, 65, 67
    };

    private static final double[] GIRLS_KG = {
        3.4, 9.3, 12, 14, 16, 18, 20, 23, 26, 29, 33, 37, 42, 46, 49, 52, 54, 55, 56.5
    };

    private Growth() {}

    /** @param stature how tall for the age, in standard deviations */
    static double centimetres(Sex sex, double age, double stature) {
        return at(sex == Sex.MALE ? BOYS_CM : GIRLS_CM, age) * (1 + 0.042 * stature);
    }

    /** @param build how heavy for the age, in standard deviations */
    static double kilograms(Sex sex, double age, double build) {
        return at(sex == Sex.MALE ? BOYS_KG : GIRLS_KG, age) * (1 + 0.13 * build);
    }

    private static double at(double[] byYear, double age) {
        double inside = Math.max(0, Math.min(age, byYear.length - 1));
        int year = Math.min((int) inside, byYear.length - 2);
        return byYear[year] + (byYear[year + 1] - byYear[year]) * (inside - year);
    }
}
