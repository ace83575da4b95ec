package org.osteocohort.density;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.osteocohort.ehr.Sex;

/** Height-for-age Z-scores of the CDC 2000 growth charts, for 24 to 240 months of age. */
public final class HeightForAge {
    private static final String RESOURCE = "cdc2000-stature-for-age.csv";

    /** How the CDC turns days into months: a year of 365.25 days has twelve. */
    private static final double DAYS_PER_MONTH = 30.4375;

    private final Map<Sex, LmsReference> bySex;

    private HeightForAge(Map<Sex, LmsReference> bySex) {
        this.bySex = bySex;
    }

    /** The charts that come with the program. */
    public static HeightForAge cdc2000() {
        Map<Sex, Map<Double, Lms>> points = new EnumMap<>(Sex.class);
        try (InputStream resource = HeightForAge.class.getResourceAsStream(RESOURCE);
                Reader text = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            ReferenceFile.read(
                    RESOURCE,
                    text,
                    List.of("sex", "ageMonths", "L", "M", "S"),
                    line -> points.computeIfAbsent(
                                    line.oneOf("sex", SexLetter.class).sex(), sex -> new TreeMap<>())
                            .put(
                                    line.number("ageMonths"),
                                    new Lms(line.number("L"), line.number("M"), line.number("S"))));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        Map<Sex, LmsReference> bySex = new EnumMap<>(Sex.class);
        points.forEach((sex, byAge) -> bySex.put(sex, new LmsReference(byAge)));
        return new HeightForAge(bySex);
    }

    /**
     * The height-for-age Z-score; empty outside 24 to 240 months and when the sex is unknown.
     *
     * @param ageDays age on the day of the measurement
     * @param centimetres standing height, above zero
     */
    public OptionalDouble zScore(Sex sex, long ageDays, double centimetres) {
        return zScoreAtMonths(sex, ageDays / DAYS_PER_MONTH, centimetres);
    }

    OptionalDouble zScoreAtMonths(Sex sex, double ageMonths, double centimetres) {
        LmsReference reference = bySex.get(sex);
        return reference == null ? OptionalDouble.empty() : reference.zScore(ageMonths, centimetres);
    }
}
