package org.osteocohort.exposure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
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

    /**
     * Milligrams in all; null when the dose of a record that counts is unknown.
     *
     * @param records in order of time, at least one
     */
    static Double cumulativeMilligrams(List<DrugRecord> records) {
        LocalDate first = records.get(0).start();
        BitSet told = new BitSet();
        double milligrams = 0;
        for (DrugRecordKind kind : CLOSEST_FIRST) {
            List<DrugRecord> ofKind =
                    records.stream().filter(record -> record.kind() == kind).toList();
            for (DrugRecord record : ofKind) {
                long untold = record.days()
                        - told.get(start(record, first), end(record, first)).cardinality();
                milligrams += untold == 0 ? 0 : record.milligrams() * untold / record.days();
            }
            ofKind.forEach(record -> told.set(start(record, first), end(record, first)));
        }
        return Double.isNaN(milligrams) ? null : milligrams;
    }

    private static int start(DrugRecord record, LocalDate first) {
        return (int) ChronoUnit.DAYS.between(first, record.start());
    }

    /** Exclusive. */
    private static int end(DrugRecord record, LocalDate first) {
        return start(record, first) + (int) record.days();
    }
}
