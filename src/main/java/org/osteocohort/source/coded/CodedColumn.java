package org.osteocohort.source.coded;

import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a format can tell of a coded row; what it does not tell is null. */
public enum CodedColumn {
    /** The source's own identifier of the patient. */
    PATIENT(DataTypes.StringType),
    /** Name of an {@link org.osteocohort.ehr.EventDomain}; never null. */
    DOMAIN(DataTypes.StringType),
    SOURCE_ID(DataTypes.StringType),
    DATE(DataTypes.DateType),
    END_DATE(DataTypes.DateType),
    VISIT_ID(DataTypes.StringType),
    INPATIENT(DataTypes.BooleanType),
    /** Name of a {@link org.osteocohort.codes.Vocabulary}; null when the source does not say, then the shape tells. */
    VOCABULARY(DataTypes.StringType),
    CODE(DataTypes.StringType),
    /** The site's own code beside or instead of the standard one. */
    LOCAL_CODE(DataTypes.StringType),
    /** The site's own name of what is coded, which a local code set may name too. */
    LOCAL_NAME(DataTypes.StringType),
    DRUG_NAME(DataTypes.StringType),
    /** Name of a {@link org.osteocohort.ehr.DrugRecordKind}. */
    RECORD_KIND(DataTypes.StringType),
    /** A route as written, a word or an abbreviation, or a SNOMED CT code. */
    ROUTE(DataTypes.StringType),
    DAYS_SUPPLY(DataTypes.DoubleType),
    QUANTITY(DataTypes.DoubleType),
    /** Milligrams in one unit of the quantity, where the row itself says so. */
    STRENGTH_MILLIGRAMS(DataTypes.DoubleType),
    VALUE(DataTypes.DoubleType),
    UNIT(DataTypes.StringType);

    private final DataType type;

    CodedColumn(DataType type) {
        this.type = type;
    }

    DataType type() {
        return type;
    }

    /** The name of the working column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
