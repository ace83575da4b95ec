package org.osteocohort.exposure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.tag.CodedEvent;

/**
 * One drug record under one item, with the days it stands for.
 *
 * @param end last day, inclusive
 */
record DrugRecord(CodedEvent coded, DrugIngredient ingredient, LocalDate end, EndSource endSource) {
    static final Comparator<DrugRecord> CHRONOLOGICAL = Comparator.comparing(DrugRecord::start)
            .thenComparing(DrugRecord::end)
            .thenComparing(record -> record.coded().event(), ClinicalEvent.CHRONOLOGICAL);

    /** What makes two records one: a row that stands twice in a source, whatever its identifier. */
    record Content(String item, String ingredient, LocalDate start, LocalDate end, CodeKey code, DrugSupply supply) {}

    static DrugRecord of(CodedEvent coded, DrugIngredient ingredient, DrugRules rules) {
        ClinicalEvent event = coded.event();
        LocalDate start = event.date();
        Integer window = event.supply() != null && event.supply().route() == DrugRoute.ORAL
                ? null
                : ingredient.effectWindowDays();
        Integer recorded = recordedDays(event, rules);
        Integer supplied = suppliedDays(event, rules);
        if (says(recorded, window)) {
            return new DrugRecord(coded, ingredient, start.plusDays(recorded - 1L), EndSource.RECORDED_END);
        }
        if (says(supplied, window)) {
            return new DrugRecord(coded, ingredient, start.plusDays(supplied - 1L), EndSource.DAYS_SUPPLY);
        }
        if (window != null) {
            return new DrugRecord(coded, ingredient, start.plusDays(window - 1L), EndSource.EFFECT_WINDOW);
        }
        return new DrugRecord(coded, ingredient, start, EndSource.START_DAY);
    }

    /** A single day tells when an infusion was given, not how long it acts. */
    private static boolean says(Integer days, Integer window) {
        return days != null && (window == null || days > 1);
    }

    private static Integer recordedDays(ClinicalEvent event, DrugRules rules) {
        if (event.endDate() == null || event.endDate().isBefore(event.date())) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(event.date(), event.endDate()) + 1;
        return days <= rules.longestRecordDays() ? (int) days : null;
    }

    private static Integer suppliedDays(ClinicalEvent event, DrugRules rules) {
        Integer days = event.supply() == null ? null : event.supply().daysSupply();
        return days != null && rules.plausibleDaysSupply(days) ? days : null;
    }

    LocalDate start() {
        return coded.date();
    }

    long days() {
        return ChronoUnit.DAYS.between(start(), end) + 1;
    }

    /** What the record witnesses; a billed procedure is a dose given, when nothing else is said. */
    DrugRecordKind kind() {
        DrugSupply supply = coded.event().supply();
        DrugRecordKind kind = supply == null ? DrugRecordKind.UNKNOWN : supply.kind();
        boolean billed = coded.event().domain() == EventDomain.PROCEDURE && kind == DrugRecordKind.UNKNOWN;
        return billed ? DrugRecordKind.ADMINISTERED : kind;
    }

    DrugRoute route() {
        return coded.event().supply() == null
                ? DrugRoute.UNKNOWN
                : coded.event().supply().route();
    }

    /** Milligrams of the ingredient that the whole record stands for; not a number when that is unknown. */
    double milligrams() {
        DrugSupply supply = coded.event().supply();
        if (supply == null || supply.quantity() == null) {
            return Double.NaN;
        }
        Double billed = ingredient.billedMilligrams().get(coded.event().code());
        Double perUnit = supply.strengthMilligrams() != null ? supply.strengthMilligrams() : billed;
        boolean known = perUnit != null && perUnit > 0 && supply.quantity() > 0;
        return known ? perUnit * supply.quantity() : Double.NaN;
    }

    /** Whether the record's days are days of intake, so that a daily dose means something. */
    boolean tellsDailyDose() {
        return switch (endSource) {
            case RECORDED_END, DAYS_SUPPLY -> true;
            case EFFECT_WINDOW -> false;
            case START_DAY -> kind() == DrugRecordKind.ADMINISTERED;
        };
    }

    Content content() {
        ClinicalEvent event = coded.event();
        return new Content(coded.row().item(), ingredient.label(), event.date(), end, event.code(), event.supply());
    }
}
