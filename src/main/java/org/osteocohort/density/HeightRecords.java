package org.osteocohort.density;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.Patient;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.CodedHistory;

/** A child's heights, asked for the height-for-age Z-score near a day. */
final class HeightRecords {
    private static final String ITEM = "height";
    private static final double CENTIMETRES_PER_INCH = 2.54;
    private static final double CENTIMETRES_PER_METRE = 100;

    private final Patient patient;
    private final HeightForAge heightForAge;
    private final DensitySettings settings;
    private final List<Height> heights = new ArrayList<>();

    private record Height(CodedEvent coded, double centimetres) {
        long daysFrom(LocalDate day) {
            return Math.abs(ChronoUnit.DAYS.between(day, coded.date()));
        }
    }

    /** A height-for-age Z-score in standard deviations, and the record it comes from. */
    record HeightZ(double zScore, CodedEvent coded) {}

    HeightRecords(CodedHistory history, HeightForAge heightForAge, DensitySettings settings) {
        this.patient = history.history().patient();
        this.heightForAge = heightForAge;
        this.settings = settings;
        for (CodedEvent coded : history.with(Role.ANTHROPOMETRY)) {
            if (coded.row().item().equals(ITEM)) {
                centimetres(coded.event().result())
                        .ifPresent(centimetres -> heights.add(new Height(coded, centimetres)));
            }
        }
    }

    /**
     * The Z-score of the nearest height within the window; of two as near the earlier one counts, of several on one
     * day the lowest. Empty when none is near, or when the birth date is known by the year only.
     */
    Optional<HeightZ> near(LocalDate scan) {
        if (patient.birthDate() == null || patient.birthDatePrecision() == DatePrecision.YEAR) {
            return Optional.empty();
        }
        boolean older = scan.isAfter(patient.birthDate().plusYears(settings.olderAgeYears()));
        int window = older ? settings.heightWindowDaysWhenOlder() : settings.heightWindowDays();
        return heights.stream()
                .filter(height -> height.daysFrom(scan) <= window)
                .sorted(Comparator.comparingLong((Height height) -> height.daysFrom(scan))
                        .thenComparing(height -> height.coded().date())
                        .thenComparingDouble(Height::centimetres))
                .flatMap(height -> zScore(height).stream())
                .findFirst();
    }

    private Optional<HeightZ> zScore(Height height) {
        long ageDays =
                ChronoUnit.DAYS.between(patient.birthDate(), height.coded().date());
        OptionalDouble zScore = heightForAge.zScore(patient.sex(), ageDays, height.centimetres());
        return zScore.isPresent() && settings.plausibleHeightZ(zScore.getAsDouble())
                ? Optional.of(new HeightZ(zScore.getAsDouble(), height.coded()))
                : Optional.empty();
    }

    /** A height in centimetres; empty when there is no number, the unit is none of length, or it is implausible. */
    private Optional<Double> centimetres(NumericResult result) {
        if (result == null || result.value() == null) {
            return Optional.empty();
        }
        String unit = result.unit() == null ? "" : result.unit().strip().toLowerCase(Locale.ROOT);
        double perUnit = switch (unit) {
            case "", "cm", "centimeter", "centimetre" -> 1;
            case "in", "[in_i]", "[in_us]", "inch", "inches" -> CENTIMETRES_PER_INCH;
            case "m", "meter", "metre" -> CENTIMETRES_PER_METRE;
            default -> Double.NaN;
        };
        double centimetres = result.value() * perUnit;
        return settings.plausibleHeight(centimetres) ? Optional.of(centimetres) : Optional.empty();
    }
}
