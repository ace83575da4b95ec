package org.osteocohort.generate.chart;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.design.Care;
import org.osteocohort.generate.design.DensityMeasure;
import org.osteocohort.generate.design.DesignedDiagnosis;
import org.osteocohort.generate.design.DesignedLabs;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.DesignedScan;
import org.osteocohort.generate.design.Draw;

/** Writes a child's chart. */
public final class Charting {
    private static final Term DXA = Term.cpt("77080", "bone density scan, axial");
    private static final Map<DensityMeasure, Term> DENSITY = new EnumMap<>(Map.of(
            DensityMeasure.SPINE_Z, Term.loinc("85394-5", "lumbar spine bone density Z-score"),
            DensityMeasure.SPINE_Z_ADJUSTED, Term.of(TermVocabulary.LOCAL, "LS_HAZ_Z", "spine Z-score for height"),
            DensityMeasure.BODY_Z, Term.of(TermVocabulary.LOCAL, "TBLH_Z", "body less head Z-score"),
            DensityMeasure.BODY_Z_ADJUSTED, Term.of(TermVocabulary.LOCAL, "TBLH_HAZ_Z", "body Z-score for height"),
            DensityMeasure.HIP_Z, Term.loinc("80933-5", "hip bone density Z-score"),
            DensityMeasure.SPINE_T, Term.loinc("38267-1", "lumbar spine bone density T-score"),
            DensityMeasure.SPINE_AREAL, Term.loinc("24966-4", "lumbar spine bone density")));
    /** The evaluation codes of physical therapy were new in 2017. */
    private static final LocalDate THERAPY_CODES_SINCE = LocalDate.of(2017, 1, 1);

    private static final Term OLD_THERAPY_EVALUATION = Term.cpt("97001", "physical therapy evaluation");
    private static final double[] RACE_WEIGHTS = {58, 17, 6, 1, 0.5, 17.5};

    private Charting() {}

    /**
     * The chart of one child.
     *
     * @param density how much everyday care there is, 1 for the usual
     */
    public static Chart chart(DesignedPatient patient, Draw draw, double density) {
        Draw person = draw.fork("person");
        Chart.Race race = Chart.Race.values()[person.weighted(RACE_WEIGHTS)];
        boolean hispanic = person.chance(0.2);
        ChartBuilder chart = new ChartBuilder(patient, person.chance(0.3));
        FractureCharting fractures = new FractureCharting(chart, draw.fork("fractures"));
        patient.fractures().forEach(fractures::write);
        Draw rows = draw.fork("rows");
        patient.diagnoses().forEach(diagnosis -> write(chart, rows, diagnosis));
        write(chart, rows, patient.scans());
        patient.labs().forEach(sample -> write(chart, rows, sample));
        patient.care()
                .forEach(care -> chart.procedure(care.date(), VisitKind.OUTPATIENT, term(care.care(), care.date())));
        DrugCharting drugs = new DrugCharting(chart, draw.fork("drugs"));
        patient.courses().forEach(drugs::write);
        new RoutineCare(patient, chart, draw.fork("routine"), density).write();
        return chart.built(race, hispanic);
    }

    private static void write(ChartBuilder chart, Draw draw, DesignedDiagnosis diagnosis) {
        VisitKind where = diagnosis.inpatient() ? VisitKind.INPATIENT : VisitKind.OUTPATIENT;
        for (LocalDate day : diagnosis.dates()) {
            TermVocabulary vocabulary = ChartBuilder.diagnosisVocabulary(day);
            String code = vocabulary == TermVocabulary.ICD9CM
                    ? diagnosis.ailment().icd9()
                    : diagnosis.ailment().icd10();
            Term term = Term.mapped(
                    vocabulary,
                    code,
                    diagnosis.ailment().snomed(),
                    diagnosis.ailment().words());
            chart.condition(day, where, term, draw.chance(0.85));
            where = VisitKind.OUTPATIENT;
        }
    }

    private static void write(ChartBuilder chart, Draw draw, List<DesignedScan> scans) {
        LocalDate scanned = null;
        for (DesignedScan scan : scans) {
            if (!scan.date().equals(scanned)) {
                chart.procedure(scan.date(), VisitKind.OUTPATIENT, DXA);
                scanned = scan.date();
            }
            String unit =
                    scan.measure() == DensityMeasure.SPINE_AREAL ? "g/cm2" : draw.pick(List.of("{Z-Score}", "SD"));
            chart.measurement(scan.date(), VisitKind.OUTPATIENT, DENSITY.get(scan.measure()), scan.value(), unit);
        }
    }

    private static void write(ChartBuilder chart, Draw draw, DesignedLabs sample) {
        lab(chart, sample, "17861-6", "calcium", draw.between(9.2, 10.0), "mg/dL");
        lab(chart, sample, "2777-1", "phosphate", draw.between(4.2, 5.4), "mg/dL");
        lab(chart, sample, "1989-3", "25-hydroxyvitamin D3", sample.vitaminD(), "ng/mL");
        lab(chart, sample, "2731-8", "parathyroid hormone", draw.between(20, 50), "pg/mL");
        lab(chart, sample, "6768-6", "alkaline phosphatase", draw.between(160, 280), "U/L");
        lab(chart, sample, "2160-0", "creatinine", draw.between(0.4, 0.65), "mg/dL");
    }

    private static void lab(
            ChartBuilder chart, DesignedLabs sample, String loinc, String name, double value, String unit) {
        double rounded = Math.round(value * 100) / 100.0;
        chart.measurement(sample.date(), VisitKind.OUTPATIENT, Term.loinc(loinc, name), rounded, unit);
    }

    private static Term term(Care care, LocalDate day) {
        boolean old = care == Care.PHYSICAL_THERAPY && day.isBefore(THERAPY_CODES_SINCE);
        return old ? OLD_THERAPY_EVALUATION : Term.cpt(care.cpt(), care.words());
    }
}
