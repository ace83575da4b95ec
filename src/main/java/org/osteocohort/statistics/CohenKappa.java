package org.osteocohort.statistics;

/**
 * Cohen's kappa, the agreement of two classifications of the same children beyond chance, with the large-sample
 * interval, unrounded. All three numbers are null when nobody was classified or everybody got one and the same class
 * twice. The bounds alone are null when there is no standard error, as with perfect agreement; they are cut at -1 and 1.
 *
 * <p>Source: Cohen J. A coefficient of agreement for nominal scales. Educ Psychol Meas 1960;20:37-46; variance: Fleiss
 * JL, Cohen J, Everitt BS. Large sample standard errors of kappa and weighted kappa. Psychol Bull 1969;72:323-327. As
 * Kappa, unweighted, of R's vcd.
 */
public record CohenKappa(Double estimate, Double low, Double high) {
    /** The method's name in report rows. */
    public static final String METHOD = "fleiss_cohen_everitt";

    private static final CohenKappa NOT_ESTIMABLE = new CohenKappa(null, null, null);

    /** A variance of one child below this is what rounding leaves of zero. */
    private static final double TRACE = 1e-14;

    /** Shares of the table, its margins and their sum. */
    private record Shares(double[][] cells, double[] rows, double[] columns, long total) {}

    /**
     * Agreement in a square table of counts.
     *
     * @param table a row for each class of the first classification, a column for each class of the second, both in the
     *     same order
     * @throws IllegalArgumentException when the table is not square or a count is below zero
     */
    public static CohenKappa of(long[][] table) {
        Shares shares = shares(table);
        double observed = 0;
        double expected = 0;
        for (int each = 0; each < table.length; each++) {
            observed += shares.cells()[each][each];
            expected += shares.rows()[each] * shares.columns()[each];
        }
        if (shares.total() == 0 || expected == 1) {
            return NOT_ESTIMABLE;
        }
        double kappa = (observed - expected) / (1 - expected);
        double variance = variance(shares, kappa, expected);
        if (variance < TRACE) {
            return new CohenKappa(kappa, null, null);
        }
        double error = Math.sqrt(variance / shares.total()) / (1 - expected);
        double halfWidth = Confidence.NORMAL_QUANTILE * error;
        return new CohenKappa(kappa, Math.max(-1, kappa - halfWidth), Math.min(1, kappa + halfWidth));
    }

    public boolean estimable() {
        return estimate != null;
    }

    private static Shares shares(long[][] table) {
        long total = 0;
        for (long[] row : table) {
            if (row.length != table.length) {
                throw new IllegalArgumentException("a table of agreement that is not square");
            }
            for (long count : row) {
                Amounts.requireCount(count);
                total = Math.addExact(total, count);
            }
        }
        double[][] cells = new double[table.length][table.length];
        double[] rows = new double[table.length];
        double[] columns = new double[table.length];
        for (int row = 0; row < table.length && total > 0; row++) {
            for (int column = 0; column < table.length; column++) {
                cells[row][column] = (double) table[row][column] / total;
                rows[row] += cells[row][column];
                columns[column] += cells[row][column];
            }
        }
        return new Shares(cells, rows, columns, total);
    }

    /** Of one child, before the division by the squared room for agreement. */
    private static double variance(Shares shares, double kappa, double expected) {
        double sum = 0;
        for (int row = 0; row < shares.rows().length; row++) {
            for (int column = 0; column < shares.rows().length; column++) {
                double agrees = row == column ? 1 : 0;
                double distance = agrees - (shares.columns()[row] + shares.rows()[column]) * (1 - kappa);
                sum += shares.cells()[row][column] * distance * distance;
            }
        }
        double mean = kappa - expected * (1 - kappa);
        return sum - mean * mean;
    }
}
