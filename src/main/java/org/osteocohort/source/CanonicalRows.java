package org.osteocohort.source;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The one shape that every extract becomes: a row is a patient, an observation period, a visit, a death or a coded
 * event. One shape, so that one shuffle brings a child's rows together.
 *
 * <p>Of the five parts exactly one is filled, unless the source row could not be used: then none is, and {@link #FAULT}
 * says why. A fault beside a part means that one cell could not be used and is null, while the rest of the row could.
 * Only a row without a part may lack a {@link #PATIENT_ID}. {@link #ORIGIN} is always filled.
 */
public final class CanonicalRows {
    /** {@code <site>:<source id>}. */
    public static final String PATIENT_ID = "patient_id";

    public static final String PATIENT = "patient";
    public static final String OBSERVATION = "observation";
    public static final String VISIT = "visit";
    public static final String DEATH_DATE = "death_date";
    public static final String EVENT = "event";
    public static final String ORIGIN = "origin";
    public static final String FAULT = "fault";

    /** sex, precision: names of the enum constants; birth_date null when unknown. */
    public static final StructType PATIENT_TYPE = new StructType()
            .add("site", DataTypes.StringType)
            .add("subject_id", DataTypes.StringType)
            .add("sex", DataTypes.StringType)
            .add("birth_date", DataTypes.DateType)
            .add("birth_date_precision", DataTypes.StringType)
            .add("race", DataTypes.StringType)
            .add("ethnicity", DataTypes.StringType);

    /**
     * contact: true for a time of care and not of observation. Where the extract tells no period of observation for a
     * child, it goes from the first to the last contact.
     */
    public static final StructType OBSERVATION_TYPE = new StructType()
            .add("start", DataTypes.DateType)
            .add("end", DataTypes.DateType)
            .add("contact", DataTypes.BooleanType);

    /** kind: name of a {@link org.osteocohort.ehr.VisitKind}; end null when not recorded. */
    public static final StructType VISIT_TYPE = new StructType()
            .add("visit_id", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("start", DataTypes.DateType)
            .add("end", DataTypes.DateType);

    /**
     * domain, vocabulary, resolution, record_kind, route: names of the enum constants; matched_by: {@link
     * org.osteocohort.codes.CodeKey}s separated by blanks, null when the code speaks for itself; days_supply in days,
     * strength_milligrams per dose unit; null wherever the source does not say, but for source_id, which is then empty.
     */
    public static final StructType EVENT_TYPE = new StructType()
            .add("domain", DataTypes.StringType)
            .add("date", DataTypes.DateType)
            .add("end_date", DataTypes.DateType)
            .add("vocabulary", DataTypes.StringType)
            .add("code", DataTypes.StringType)
            .add("matched_by", DataTypes.StringType)
            .add("resolution", DataTypes.StringType)
            .add("visit_id", DataTypes.StringType)
            .add("inpatient", DataTypes.BooleanType)
            .add("record_kind", DataTypes.StringType)
            .add("route", DataTypes.StringType)
            .add("days_supply", DataTypes.IntegerType)
            .add("quantity", DataTypes.DoubleType)
            .add("strength_milligrams", DataTypes.DoubleType)
            .add("value", DataTypes.DoubleType)
            .add("unit", DataTypes.StringType)
            .add("source_id", DataTypes.StringType);

    /**
     * Where the row stands: the site, the table as the format names it, the file as a path within the extract, and the
     * line in it, counted from 1 with the header; of Parquet the number of the row, counted from 1. The line is null where
     * nobody knows it, and where a row was brought together from several lines of the file: an observation of contacts, or
     * the sum of drugs that nobody knows.
     */
    public static final StructType ORIGIN_TYPE = new StructType()
            .add("site", DataTypes.StringType)
            .add("table", DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("line", DataTypes.LongType);

    /**
     * column: as the file names it, null when no single one is at fault; rule: label of a {@link FaultRule}; rows: how
     * many rows of nobody in particular this one stands for, null for itself alone.
     */
    public static final StructType FAULT_TYPE = new StructType()
            .add("column", DataTypes.StringType)
            .add("rule", DataTypes.StringType)
            .add("rows", DataTypes.LongType);

    public static final StructType SCHEMA = new StructType()
            .add(PATIENT_ID, DataTypes.StringType)
            .add(PATIENT, PATIENT_TYPE)
            .add(OBSERVATION, OBSERVATION_TYPE)
            .add(VISIT, VISIT_TYPE)
            .add(DEATH_DATE, DataTypes.DateType)
            .add(EVENT, EVENT_TYPE)
            .add(ORIGIN, ORIGIN_TYPE)
            .add(FAULT, FAULT_TYPE);

    /** Stands for the table of a line of which nobody can tell what it is a row of. */
    public static final String NO_TABLE = "line";

    private CanonicalRows() {}
}
