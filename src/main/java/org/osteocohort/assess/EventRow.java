package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.SourceReference;

/** An event as it stands in a canonical row; positions are those of {@link org.osteocohort.source.CanonicalRows}. */
final class EventRow {
    static final int DATE = 1;
    static final int SOURCE_TABLE = 16;
    static final int SOURCE_ID = 17;
    private static final int END_DATE = 2;

    private EventRow() {}

    /** The name of an {@link EventDomain}. */
    static String domain(Row event) {
        return event.getString(0);
    }

    static boolean endsBeforeStart(Row event) {
        return !event.isNullAt(END_DATE) && event.getLocalDate(END_DATE).isBefore(event.getLocalDate(DATE));
    }

    /** An event with a date; an end before the start is left out. */
    static ClinicalEvent event(Row row) {
        EventDomain domain = EventDomain.valueOf(domain(row));
        return new ClinicalEvent(
                domain,
                row.getLocalDate(DATE),
                row.isNullAt(END_DATE) || endsBeforeStart(row) ? null : row.getLocalDate(END_DATE),
                new CodeKey(Vocabulary.valueOf(row.getString(3)), row.getString(4)),
                keys(row.getString(5)),
                CodeResolution.valueOf(row.getString(6)),
                row.getString(7),
                !row.isNullAt(8) && row.getBoolean(8),
                domain == EventDomain.DRUG ? supply(row) : null,
                row.isNullAt(14) && row.isNullAt(15) ? null : new NumericResult(number(row, 14), row.getString(15)),
                new SourceReference(row.getString(SOURCE_TABLE), row.getString(SOURCE_ID)));
    }

    /** The event with the number of its result or its days of supply left out. */
    static ClinicalEvent without(ClinicalEvent event, boolean value, boolean daysSupply) {
        NumericResult result = value ? new NumericResult(null, event.result().unit()) : event.result();
        DrugSupply supply = event.supply();
        DrugSupply left = daysSupply
                ? new DrugSupply(supply.kind(), supply.route(), null, supply.quantity(), supply.strengthMilligrams())
                : supply;
        return new ClinicalEvent(
                event.domain(),
                event.date(),
                event.endDate(),
                event.code(),
                event.matchedBy(),
                event.resolution(),
                event.visitId(),
                event.inpatient(),
                left,
                result,
                event.source());
    }

    private static DrugSupply supply(Row row) {
        return new DrugSupply(
                row.isNullAt(9) ? DrugRecordKind.UNKNOWN : DrugRecordKind.valueOf(row.getString(9)),
                row.isNullAt(10) ? DrugRoute.UNKNOWN : DrugRoute.valueOf(row.getString(10)),
                row.isNullAt(11) ? null : row.getInt(11),
                number(row, 12),
                number(row, 13));
    }

    private static Double number(Row row, int position) {
        return row.isNullAt(position) ? null : row.getDouble(position);
    }

    private static List<CodeKey> keys(String text) {
        List<CodeKey> keys = new ArrayList<>();
        if (text != null) {
            for (String key : text.split(" ")) {
                keys.add(CodeKey.parse(key));
            }
        }
        return keys;
    }
}
