package org.osteocohort.report;

/**
 * What readers of the tables may rely on. Within a major version tables and columns are only added: none goes, changes
 * its name, its type or its unit. Whatever does so raises the major version; whatever is added raises the minor one.
 */
public final class ReportContract {
    /** As {@code major.minor}; stands in {@code schema.json} and in each report file. */
    public static final String VERSION = "1.6";

    private ReportContract() {}
}
