package org.osteocohort.assess;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.assess.SourceRow.Death;
import org.osteocohort.assess.SourceRow.Event;
import org.osteocohort.assess.SourceRow.Fault;
import org.osteocohort.assess.SourceRow.Observation;
import org.osteocohort.assess.SourceRow.Part;
import org.osteocohort.assess.SourceRow.Person;
import org.osteocohort.assess.SourceRow.Stay;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.bundle.Bundles;

/**
 * Reads rows of the shape {@link Bundles#ROW_TYPE}. Positions within the parts are those of {@link CanonicalRows}. For one
 * thread.
 */
final class SourceRowReader {
    private static final int TABLE = Bundles.ROW_TYPE.fieldIndex(Bundles.TABLE);
    private static final int LINE = Bundles.ROW_TYPE.fieldIndex(Bundles.LINE);
    private static final int PATIENT = Bundles.ROW_TYPE.fieldIndex(CanonicalRows.PATIENT);
    private static final int OBSERVATION = Bundles.ROW_TYPE.fieldIndex(CanonicalRows.OBSERVATION);
    private static final int VISIT = Bundles.ROW_TYPE.fieldIndex(CanonicalRows.VISIT);
    private static final int DEATH_DATE = Bundles.ROW_TYPE.fieldIndex(CanonicalRows.DEATH_DATE);
    private static final int EVENT = Bundles.ROW_TYPE.fieldIndex(CanonicalRows.EVENT);
    private static final int FAULT = Bundles.ROW_TYPE.fieldIndex(CanonicalRows.FAULT);

    private final Remembered<String> texts = new Remembered<>(Function.identity());
    private final Remembered<String> tables = new Remembered<>(Function.identity());
    private final Remembered<String> units = new Remembered<>(Function.identity());
    private final Remembered<Sex> sexes = new Remembered<>(Sex::valueOf);
    private final Remembered<DatePrecision> precisions = new Remembered<>(DatePrecision::valueOf);
    private final Remembered<VisitKind> visitKinds = new Remembered<>(VisitKind::valueOf);
    private final Remembered<EventDomain> domains = new Remembered<>(EventDomain::valueOf);
    private final Remembered<CodeResolution> resolutions = new Remembered<>(CodeResolution::valueOf);
    private final Remembered<DrugRecordKind> recordKinds = new Remembered<>(DrugRecordKind::valueOf);
    private final Remembered<DrugRoute> routes = new Remembered<>(DrugRoute::valueOf);
    private final Remembered<Vocabulary> vocabularies = new Remembered<>(Vocabulary::valueOf);
    private final Map<Vocabulary, Remembered<CodeKey>> codes = new EnumMap<>(Vocabulary.class);
    private final Remembered<List<CodeKey>> matches = new Remembered<>(
            keys -> Arrays.stream(keys.split(" ")).map(CodeKey::parse).toList());

    private int lastDay;
    private LocalDate lastDate;

    SourceRowReader() {
        for (Vocabulary vocabulary : Vocabulary.values()) {
            codes.put(vocabulary, new Remembered<>(code -> new CodeKey(vocabulary, code)));
        }
    }

    /** The row; what it holds stays when Spark uses its bytes for another. */
    SourceRow read(UnsafeRow row, String site, String file) {
        String table = tables.of(row, TABLE);
        Place place = new Place(site, table, file, row.isNullAt(LINE) ? null : row.getLong(LINE));
        return new SourceRow(place, row.isNullAt(FAULT) ? null : fault(struct(row, FAULT)), part(row, table));
    }

    private Fault fault(UnsafeRow row) {
        return new Fault(texts.of(row, 0), texts.of(row, 1), row.isNullAt(2) ? null : row.getLong(2));
    }

    private Part part(UnsafeRow row, String table) {
        if (!row.isNullAt(EVENT)) {
            return event(struct(row, EVENT), table);
        }
        if (!row.isNullAt(VISIT)) {
            return visit(struct(row, VISIT));
        }
        if (!row.isNullAt(OBSERVATION)) {
            return observation(struct(row, OBSERVATION));
        }
        if (!row.isNullAt(PATIENT)) {
            return person(struct(row, PATIENT));
        }
        return row.isNullAt(DEATH_DATE) ? null : new Death(date(row, DEATH_DATE));
    }

    private Person person(UnsafeRow row) {
        Sex sex = sexes.of(row, 2);
        LocalDate birthDate = date(row, 3);
        return new Person(
                texts.of(row, 0),
                text(row, 1),
                sex == null ? Sex.UNKNOWN : sex,
                birthDate,
                birthDate == null ? null : precisions.of(row, 4),
                texts.of(row, 5),
                texts.of(row, 6));
    }

    private Observation observation(UnsafeRow row) {
        return new Observation(date(row, 0), date(row, 1), !row.isNullAt(2) && row.getBoolean(2));
    }

    private Stay visit(UnsafeRow row) {
        return new Stay(text(row, 0), visitKinds.of(row, 1), date(row, 2), date(row, 3));
    }

    private Event event(UnsafeRow row, String table) {
        EventDomain domain = domains.of(row, 0);
        List<CodeKey> matchedBy = matches.of(row, 5);
        return new Event(
                domain,
                date(row, 1),
                date(row, 2),
                codes.get(vocabularies.of(row, 3)).of(row, 4),
                matchedBy == null ? List.of() : matchedBy,
                resolutions.of(row, 6),
                text(row, 7),
                !row.isNullAt(8) && row.getBoolean(8),
                domain == EventDomain.DRUG ? supply(row) : null,
                row.isNullAt(14) && row.isNullAt(15) ? null : new NumericResult(number(row, 14), units.of(row, 15)),
                new SourceReference(table, text(row, 16)));
    }

    private DrugSupply supply(UnsafeRow row) {
        DrugRecordKind kind = recordKinds.of(row, 9);
        DrugRoute route = routes.of(row, 10);
        return new DrugSupply(
                kind == null ? DrugRecordKind.UNKNOWN : kind,
                route == null ? DrugRoute.UNKNOWN : route,
                row.isNullAt(11) ? null : row.getInt(11),
                number(row, 12),
                number(row, 13));
    }

    private static UnsafeRow struct(UnsafeRow row, int position) {
        return row.getStruct(position, ((StructType) Bundles.ROW_TYPE.fields()[position].dataType()).length());
    }

    /** Much is recorded on one day. */
    private LocalDate date(UnsafeRow row, int position) {
        if (row.isNullAt(position)) {
            return null;
        }
        int day = row.getInt(position);
        if (lastDate == null || day != lastDay) {
            lastDay = day;
            lastDate = LocalDate.ofEpochDay(day);
        }
        return lastDate;
    }

    private static Double number(UnsafeRow row, int position) {
        return row.isNullAt(position) ? null : row.getDouble(position);
    }

    private static String text(UnsafeRow row, int position) {
        UTF8String text = row.getUTF8String(position);
        return text == null ? null : text.toString();
    }
}
