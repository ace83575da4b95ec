package org.osteocohort.density;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.osteocohort.ehr.Sex;

/**
 * What a child's height lets expect of the density Z-score, by coefficients that the user supplies (in the manner of
 * Zemel 2010, whose tables may not be handed on). It is a CSV file with the columns
 * {@code site,sex,ageYearsFrom,ageYearsTo,intercept,slope}; the first age is inside, the last is not.
 */
public final class HeightAdjustment implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS =
            List.of("site", "sex", "ageYearsFrom", "ageYearsTo", "intercept", "slope");

    private final List<Coefficients> rows;

    private record Coefficients(DensitySite site, Sex sex, double ageFrom, double ageTo, double intercept, double slope)
            implements Serializable {
        boolean holdsFor(DensitySite otherSite, Sex otherSex, double ageYears) {
            return site == otherSite && sex == otherSex && ageYears >= ageFrom && ageYears < ageTo;
        }

        boolean overlaps(Coefficients other) {
            return site == other.site && sex == other.sex && ageFrom < other.ageTo && other.ageFrom < ageTo;
        }
    }

    private HeightAdjustment(List<Coefficients> rows) {
        this.rows = List.copyOf(rows);
    }

    /** No coefficients: nothing is adjusted. */
    public static HeightAdjustment none() {
        return new HeightAdjustment(List.of());
    }

    /**
     * Reads coefficients.
     *
     * @throws org.osteocohort.problem.BadJobException with every mistake: missing columns, cells that are no numbers,
     *     age spans that are empty or overlap
     */
    public static HeightAdjustment read(Path file) {
        List<Coefficients> rows = new ArrayList<>();
        ReferenceFile.read(file, COLUMNS, line -> readRow(line, rows));
        return new HeightAdjustment(rows);
    }

    private static void readRow(ReferenceFile.Line line, List<Coefficients> rows) {
        DensitySite site = line.oneOf("site", DensitySite.class);
        SexLetter sex = line.oneOf("sex", SexLetter.class);
        double from = line.number("ageYearsFrom");
        double to = line.number("ageYearsTo");
        double intercept = line.number("intercept");
        double slope = line.number("slope");
        if (site == null
                || sex == null
                || DoubleStream.of(from, to, intercept, slope).anyMatch(Double::isNaN)) {
            return;
        }
        Coefficients row = new Coefficients(site, sex.sex(), from, to, intercept, slope);
        if (from >= to) {
            line.problem("ageYearsFrom is not below ageYearsTo");
        } else if (rows.stream().anyMatch(row::overlaps)) {
            line.problem("the ages overlap those of another line of the same site and sex");
        } else {
            rows.add(row);
        }
    }

    /** The Z-score less what the height lets expect; empty when no coefficients are given for the child. */
    OptionalDouble adjusted(DensitySite site, Sex sex, double ageYears, double zScore, double heightZ) {
        return rows.stream()
                .filter(row -> row.holdsFor(site, sex, ageYears))
                .mapToDouble(row -> zScore - (row.intercept() + row.slope() * heightZ))
                .findFirst();
    }
}
