package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.explain.PatientRecord;
import org.osteocohort.report.BoneDensityRow;
import org.osteocohort.report.CohortRow;
import org.osteocohort.report.EvidenceRow;
import org.osteocohort.report.ExposureRow;
import org.osteocohort.report.FractureRow;
import org.osteocohort.report.PatientRow;
import org.osteocohort.report.TagRow;

/** An invented child as the restricted tables of a run hold it. */
public final class RestrictedChild {
    private RestrictedChild() {}

    /** A girl with a counted and a not counted fracture, scans of all three results, a drug, three tags, one verdict. */
    public static PatientRecord girl(String id) {
        return new PatientRecord(
                patient(id, "female", "2010-03-01", "day"),
                List.of(
                        tag(id, "secondary_cause", "cerebral_palsy", "2015-03-01", "2016-03-01", 2, "2015-03-01.."),
                        tag(
                                id,
                                "med_cause",
                                "steroids",
                                "2019-01-01",
                                "2021-06-01",
                                4,
                                "2019-01-01..2020-04-30,2021-06-01..2022-06-30"),
                        tag(id, "med_cause", "anticonvulsants", "2018-01-01", "2018-01-01", 1, null),
                        tag(id, "lab", "lab.pth", "2020-03-01", "2020-03-01", 1, "2020-03-01..2020-03-01")),
                List.of(
                        fracture(id, 1, "2019-06-01", "femur;ankle", "right;unknown", "long_bone;ankle", "low", null),
                        fracture(id, 2, "2020-05-01", "", "", "", "unknown", "never_counted_site")),
                List.of(
                        scan(id, "lumbar_spine", -2.4, "recorded_height_adjusted", "low"),
                        scan(id, "total_body_less_head", -1.96, "recorded", "not_low"),
                        scan(id, "hip", null, null, "unknown")),
                List.of(new ExposureRow(
                        id,
                        "steroids",
                        "RXNORM|8640 prednisone",
                        day("2019-01-01"),
                        day("2019-04-30"),
                        100,
                        "days_supply",
                        10.0,
                        1000.0,
                        1000.0,
                        null,
                        true)),
                List.of(
                        cohort(
                                "ISCD_2019",
                                id,
                                "2020-03-01..",
                                "confirmed",
                                "limb",
                                "secondary",
                                "cerebral_palsy;steroids",
                                "needsDxa;homeMade"),
                        cohort(
                                "URMC_SEED",
                                id,
                                "2019-06-01..2020-02-29",
                                "suspected",
                                "symptom",
                                "undetermined",
                                "",
                                ""),
                        cohort("URMC_SEED", id, "2020-03-01..", "confirmed", "low", "ijo_no_cause_observed", "", ""),
                        cohort("WARD_BROAD", id, "2019-06-01..2020-02-29", "probable", "limb", "undetermined", "", "")),
                List.of(
                        evidence(id, "ISCD_2019", "limb", "measurement", "9", "2020-03-01", "LOINC", "85394-5", -2.4),
                        evidence(id, "ISCD_2019", "limb", "condition", "4", "2019-06-01", "ICD10CM", "S72001A", null),
                        evidence(
                                id, "URMC_SEED", "symptom", "measurement", "9", "2020-03-01", "LOINC", "85394-5", -2.4),
                        evidence(
                                id, "URMC_SEED", "symptom", "condition", "4", "2019-06-01", "ICD10CM", "S72001A", null),
                        evidence(id, "fracture", "event 1", "condition", "4", "2019-06-01", "ICD10CM", "S72001A", null),
                        evidence(
                                id,
                                "cerebral_palsy",
                                "secondary_cause",
                                "condition",
                                "1",
                                "2015-03-01",
                                "ICD10CM",
                                "G809",
                                null),
                        evidence(
                                id,
                                "cerebral_palsy",
                                "secondary_cause",
                                "condition",
                                "2",
                                "2016-03-01",
                                "ICD10CM",
                                "G809",
                                null)));
    }

    /** A child with nothing on record; a birth date may be absent. */
    public static PatientRecord blank(String id, String sex, String birthDate, String precision) {
        return new PatientRecord(
                patient(id, sex, birthDate, precision),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static PatientRow patient(String id, String sex, String birthDate, String precision) {
        return new PatientRow(
                id,
                "north",
                sex,
                day(birthDate),
                precision,
                "White",
                null,
                day("2012-01-01"),
                day("2021-12-31"),
                null,
                true,
                12,
                0);
    }

    private static TagRow tag(
            String id, String role, String item, String first, String last, int dates, String effects) {
        String end = effects == null ? "" : effects.substring(effects.lastIndexOf("..") + 2);
        return new TagRow(
                id,
                role,
                item,
                day(first),
                day(last),
                dates,
                dates,
                effects != null,
                effects == null ? null : day(first),
                end.isEmpty() ? null : day(end),
                effects);
    }

    private static FractureRow fracture(
            String id, int number, String date, String sites, String sides, String kinds, String tier, String reason) {
        return new FractureRow(
                id,
                number,
                day(date),
                null,
                sites,
                sides,
                kinds,
                tier,
                false,
                false,
                reason == null,
                false,
                1,
                reason == null,
                reason);
    }

    private static BoneDensityRow scan(String id, String site, Double z, String source, String result) {
        return new BoneDensityRow(
                id,
                day("2020-03-01"),
                site,
                0.612,
                "recorded".equals(source) ? z : null,
                null,
                z,
                source,
                null,
                result);
    }

    private static CohortRow cohort(
            String phenotype,
            String id,
            String days,
            String caseClass,
            String path,
            String etiology,
            String causes,
            String flags) {
        String[] ends = days.split("\\.\\.");
        LocalDate until = ends.length == 1 ? null : day(ends[1]);
        return new CohortRow(
                phenotype,
                id,
                "1",
                day(ends[0]),
                until == null ? day("2021-12-31") : until,
                caseClass,
                until,
                until == null,
                path,
                etiology,
                day("2019-06-01"),
                causes,
                flags);
    }

    private static EvidenceRow evidence(
            String id,
            String item,
            String rule,
            String table,
            String row,
            String date,
            String vocabulary,
            String code,
            Double value) {
        String unit = value == null ? null : "{Z-score}";
        return new EvidenceRow(id, item, rule, table, row, day(date), vocabulary, code, value, unit, "source_code");
    }
}
