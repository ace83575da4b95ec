package org.osteocohort.source.vocabulary;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DrugRoute;

/** What a row stands for, on its way through Spark; {@link JudgedCode} tells of each part. */
public final class JudgedRow {
    /** Names of the enum constants; strength in milligrams per dose unit. */
    public static final StructType TYPE = new StructType()
            .add("vocabulary", DataTypes.StringType)
            .add("code", DataTypes.StringType)
            .add("matched_by", DataTypes.StringType)
            .add("resolution", DataTypes.StringType)
            .add("form_route", DataTypes.StringType)
            .add("strength_milligrams", DataTypes.DoubleType);

    private JudgedRow() {}

    /** A row of {@link #TYPE}. */
    public static Row of(JudgedCode code) {
        return RowFactory.create(values(code));
    }

    /** The parts of such a row, for who adds others to them. */
    public static Object[] values(JudgedCode code) {
        return new Object[] {
            code.vocabulary().name(),
            code.code(),
            code.matchedBy(),
            code.resolution().name(),
            code.formRoute() == null ? null : code.formRoute().name(),
            code.strengthMilligrams()
        };
    }

    /** What a row of {@link #TYPE} says. */
    public static JudgedCode code(Row row) {
        return new JudgedCode(
                Vocabulary.valueOf(row.getString(0)),
                row.getString(1),
                row.getString(2),
                CodeResolution.valueOf(row.getString(3)),
                row.isNullAt(4) ? null : DrugRoute.valueOf(row.getString(4)),
                row.isNullAt(5) ? null : row.getDouble(5));
    }
}
