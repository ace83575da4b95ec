package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osteocohort.ehr.DrugRecordKind;

/**
 * How much of the ingredient the records of an era stand for. An order, its dispensing and the doses given witness the
 * same drug, so on each day only the records of the closest kind count; within a kind all do.
 */
final class EraDose {
    private static final List<DrugRecordKind> CLOSEST_FIRST = List.of(
            DrugRecordKind.ADMINISTERED,
            DrugRecordKind.DISPENSED,
            DrugRecordKind.ORDERED,
            DrugRecordKind.REPORTED,
            DrugRecordKind.UNKNOWN);

    private EraDose() {}

    /** Milligrams in all; null when the dose of a record that counts is unknown. */
    static Double cumulativeMilligrams(List<DrugRecord> records) {
        Set<LocalDate> told = new HashSet<>();
        double milligrams = 0;
        for (DrugRecordKind kind : CLOSEST_FIRST) {
            List<DrugRecord> ofKind =
                    records.stream().filter(record -> record.kind() == kind).toList();
            for (DrugRecord record : ofKind) {
                long untold =
                        days(record).stream().filter(day -> !told.contains(day)).count();
                milligrams += untold == 0 ? 0 : record.milligrams() * untold / record.days();
            }
            ofKind.forEach(record -> told.addAll(days(record)));
        }
        return Double.isNaN(milligrams) ? null : milligrams;
    }

    private static List<LocalDate> days(DrugRecord record) {
        return record.start().datesUntil(record.end().plusDays(1)).toList();
    }
}
