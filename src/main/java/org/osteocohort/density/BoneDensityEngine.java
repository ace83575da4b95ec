package org.osteocohort.density;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osteocohort.codes.Role;
import org.osteocohort.density.DensityReading.Quantity;
import org.osteocohort.density.HeightRecords.HeightZ;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.Patient;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.CodedHistory;

/**
 * Reads a child's density measurements: one result per scan and site.
 *
 * <p>The Z-score that decides is, in this order: adjusted for height as recorded; adjusted with the user's
 * coefficients; as recorded; computed with the user's reference. T-scores are never read. Where a scan holds several
 * different values of one site, the lowest counts, which depends on no order of rows. A site that is not told gets no
 * deciding Z-score.
 */
public final class BoneDensityEngine {
    private static final List<Role> ROLES = List.of(Role.BMD_ZSCORE, Role.BMD_ZSCORE_HEIGHT_ADJUSTED, Role.BMD_AREAL);

    private final DensitySettings settings;
    private final BoneReference reference;
    private final HeightAdjustment adjustment;
    private final HeightForAge heightForAge = HeightForAge.cdc2000();

    /** Reads what is recorded and computes no Z-score of its own. */
    public BoneDensityEngine(DensitySettings settings) {
        this(settings, BoneReference.none(), HeightAdjustment.none());
    }

    public BoneDensityEngine(DensitySettings settings, BoneReference reference, HeightAdjustment adjustment) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.reference = Objects.requireNonNull(reference, "reference");
        this.adjustment = Objects.requireNonNull(adjustment, "adjustment");
    }

    /** One result per scan and site, in order of time and then of site; empty when nothing was measured. */
    public List<BoneDensity> results(CodedHistory history) {
        List<DensityReading> readings = readings(history);
        if (readings.isEmpty()) {
            return List.of();
        }
        HeightRecords heights = new HeightRecords(history, heightForAge, settings);
        List<BoneDensity> results = new ArrayList<>();
        scans(readings)
                .forEach((scanDate, bySite) -> bySite.forEach((site, ofSite) ->
                        results.add(result(history.history().patient(), scanDate, site, ofSite, heights))));
        return List.copyOf(results);
    }

    /** Whether the child is short and the deciding Z-score knows nothing of it, so that it reads too low. */
    public boolean shortUnadjusted(BoneDensity density) {
        return density.heightZ() != null
                && density.heightZ() < settings.shortHeightZ()
                && (density.zSource() == ZScoreSource.RECORDED || density.zSource() == ZScoreSource.COMPUTED);
    }

    /** The measurements in order of time, each once. */
    private List<DensityReading> readings(CodedHistory history) {
        List<DensityReading> readings = new ArrayList<>();
        ROLES.stream()
                .flatMap(role -> history.with(role).stream())
                .sorted(Comparator.comparing(CodedEvent::event, ClinicalEvent.CHRONOLOGICAL))
                .map(coded -> DensityReading.of(coded, settings))
                .filter(reading -> readings.stream().noneMatch(reading::repeats))
                .forEachOrdered(readings::add);
        return readings;
    }

    /** Readings by scan and site. */
    private Map<LocalDate, Map<DensitySite, List<DensityReading>>> scans(List<DensityReading> readings) {
        ScanDates scanDates = new ScanDates(readings, settings.sameScanDays());
        Map<LocalDate, Map<DensitySite, List<DensityReading>>> scans = new TreeMap<>();
        for (DensityReading reading : readings) {
            scans.computeIfAbsent(scanDates.of(reading), day -> new EnumMap<>(DensitySite.class))
                    .computeIfAbsent(reading.site(), site -> new ArrayList<>())
                    .add(reading);
        }
        return scans;
    }

    private BoneDensity result(
            Patient patient,
            LocalDate scanDate,
            DensitySite site,
            List<DensityReading> readings,
            HeightRecords heights) {
        HeightZ height = heights.near(scanDate).orElse(null);
        Double areal = lowest(readings, Quantity.AREAL);
        Double recorded = lowest(readings, Quantity.RAW_Z);
        Double recordedAdjusted = lowest(readings, Quantity.HEIGHT_ADJUSTED_Z);
        Double raw = recorded != null ? recorded : computed(patient, scanDate, site, areal);
        Double adjusted = recordedAdjusted != null ? recordedAdjusted : adjusted(patient, scanDate, site, raw, height);
        ZScoreSource source = source(site, recordedAdjusted, adjusted, recorded, raw);
        Stream<CodedEvent> measured = readings.stream().map(DensityReading::coded);
        List<CodedEvent> evidence = source == ZScoreSource.COMPUTED_HEIGHT_ADJUSTED
                ? Stream.concat(measured, Stream.of(height.coded())).toList()
                : measured.toList();
        return new BoneDensity(
                scanDate,
                site,
                areal,
                raw,
                adjusted,
                source == null ? null : used(source, raw, adjusted),
                source,
                height == null ? null : height.zScore(),
                evidence);
    }

    private static ZScoreSource source(
            DensitySite site, Double recordedAdjusted, Double adjusted, Double recorded, Double raw) {
        if (site == DensitySite.UNSPECIFIED || (raw == null && adjusted == null)) {
            return null;
        }
        if (adjusted != null) {
            return recordedAdjusted != null
                    ? ZScoreSource.RECORDED_HEIGHT_ADJUSTED
                    : ZScoreSource.COMPUTED_HEIGHT_ADJUSTED;
        }
        return recorded != null ? ZScoreSource.RECORDED : ZScoreSource.COMPUTED;
    }

    private static Double used(ZScoreSource source, Double raw, Double adjusted) {
        return switch (source) {
            case RECORDED_HEIGHT_ADJUSTED, COMPUTED_HEIGHT_ADJUSTED -> adjusted;
            case RECORDED, COMPUTED -> raw;
        };
    }

    private static Double lowest(List<DensityReading> readings, Quantity quantity) {
        return readings.stream()
                .filter(reading -> reading.quantity() == quantity && reading.value() != null)
                .map(DensityReading::value)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Double computed(Patient patient, LocalDate scanDate, DensitySite site, Double areal) {
        OptionalDouble age = DecimalAge.of(patient, scanDate);
        if (areal == null || age.isEmpty()) {
            return null;
        }
        return plausible(reference.zScore(site, patient.sex(), patient.race(), age.getAsDouble(), areal));
    }

    private Double adjusted(Patient patient, LocalDate scanDate, DensitySite site, Double raw, HeightZ height) {
        OptionalDouble age = DecimalAge.of(patient, scanDate);
        if (raw == null || height == null || age.isEmpty()) {
            return null;
        }
        return plausible(adjustment.adjusted(site, patient.sex(), age.getAsDouble(), raw, height.zScore()));
    }

    private Double plausible(OptionalDouble zScore) {
        return zScore.isPresent() && settings.plausibleZ(zScore.getAsDouble()) ? zScore.getAsDouble() : null;
    }
}
