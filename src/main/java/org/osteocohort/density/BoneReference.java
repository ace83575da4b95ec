package org.osteocohort.density;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osteocohort.ehr.Sex;

/**
 * A reference for areal bone density that the user supplies, since no pediatric one may be handed on. It is a CSV file
 * with the columns {@code reference,device,site,sex,ancestry,ageYears,L,M,S}; M in g/cm2, sex M or F, ancestry ANY,
 * BLACK or NONBLACK, site as in {@link DensitySite}. Densitometers of different makers do not measure alike, so a file
 * holds one reference for one device: the one the site's children were scanned with.
 */
public final class BoneReference implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS =
            List.of("reference", "device", "site", "sex", "ancestry", "ageYears", "L", "M", "S");

    private final Map<Group, LmsReference> curves;

    private record Group(DensitySite site, Sex sex, Ancestry ancestry) implements Serializable {}

    private BoneReference(Map<Group, TreeMap<Double, Lms>> points) {
        Map<Group, LmsReference> byGroup = new HashMap<>();
        points.forEach((group, byAge) -> byGroup.put(group, new LmsReference(byAge)));
        this.curves = Map.copyOf(byGroup);
    }

    /** No reference: no Z-score is computed. */
    public static BoneReference none() {
        return new BoneReference(Map.of());
    }

    /**
     * Reads a reference.
     *
     * @throws org.osteocohort.problem.BadJobException with every mistake: missing columns, cells that are no numbers,
     *     ages that repeat or run backwards, several references or devices
     */
    public static BoneReference read(Path file) {
        Map<Group, TreeMap<Double, Lms>> points = new HashMap<>();
        Set<String> references = new TreeSet<>();
        ReferenceFile.read(file, COLUMNS, line -> {
            if (references.add(line.text("reference") + " on " + line.text("device")) && references.size() > 1) {
                line.problem("the file mixes " + String.join(" and ", references) + ", expected one reference");
            }
            readPoint(line, points);
        });
        return new BoneReference(points);
    }

    private static void readPoint(ReferenceFile.Line line, Map<Group, TreeMap<Double, Lms>> points) {
        DensitySite site = line.oneOf("site", DensitySite.class);
        SexLetter sex = line.oneOf("sex", SexLetter.class);
        Ancestry ancestry = line.oneOf("ancestry", Ancestry.class);
        double age = line.number("ageYears");
        double power = line.number("L");
        double median = line.aboveZero("M");
        double variation = line.aboveZero("S");
        boolean numbers = Stream.of(age, power, median, variation).noneMatch(number -> number.isNaN());
        if (site == null || sex == null || ancestry == null || !numbers) {
            return;
        }
        TreeMap<Double, Lms> byAge =
                points.computeIfAbsent(new Group(site, sex.sex(), ancestry), group -> new TreeMap<>());
        if (!byAge.isEmpty() && age <= byAge.lastKey()) {
            line.problem("ageYears is not above the age before it in the same site, sex and ancestry");
        } else {
            byAge.put(age, new Lms(power, median, variation));
        }
    }

    /**
     * The Z-score of a density; empty when the reference says nothing about the site, sex or age, and when it speaks
     * of ancestries only and the recorded race tells none.
     *
     * @param race as recorded; may be null
     * @param gramsPerSquareCentimetre above zero
     */
    OptionalDouble zScore(DensitySite site, Sex sex, String race, double ageYears, double gramsPerSquareCentimetre) {
        LmsReference curve = curves.get(new Group(site, sex, Ancestry.ANY));
        if (curve == null) {
            curve = Ancestry.ofRace(race)
                    .map(ancestry -> curves.get(new Group(site, sex, ancestry)))
                    .orElse(null);
        }
        return curve == null ? OptionalDouble.empty() : curve.zScore(ageYears, gramsPerSquareCentimetre);
    }
}
