package org.osteocohort.generate.chart;

import java.time.LocalDate;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.design.DesignedCourse;
import org.osteocohort.generate.design.Draw;
import org.osteocohort.generate.design.Drug;

/** The rows of a course of a drug: supplies end to end, or infusions. */
final class DrugCharting {
    private static final Term INFUSION = Term.cpt("96365", "intravenous infusion, first hour");
    /** Before this day the billing code of zoledronic acid did not exist. */
    private static final LocalDate BILLING_CODES_SINCE = LocalDate.of(2014, 1, 1);

    private final ChartBuilder chart;
    private final Draw draw;

    DrugCharting(ChartBuilder chart, Draw draw) {
        this.chart = chart;
        this.draw = draw;
    }

    void write(DesignedCourse course) {
        Drug drug = course.drug();
        boolean byNdc = draw.chance(0.15);
        boolean mapped = !byNdc || draw.chance(0.4);
        Term term = byNdc ? DrugTerms.nationalDrugCode(drug) : DrugTerms.product(drug);
        boolean billed =
                DrugTerms.billed(drug) != null && !course.start().isBefore(BILLING_CODES_SINCE) && draw.chance(0.6);
        for (int day = 0; day < course.days(); day += drug.daysPerRecord()) {
            LocalDate date = course.start().plusDays(day);
            if (billed) {
                chart.procedure(date, VisitKind.OUTPATIENT, DrugTerms.billed(drug));
                chart.procedure(date, VisitKind.OUTPATIENT, INFUSION);
            } else if (drug.way() == Drug.Way.INFUSION) {
                chart.administered(date, drug.way(), term, mapped, drug.unitsPerDay());
            } else {
                int supply = Math.min(drug.daysPerRecord(), course.days() - day);
                chart.dispensed(date, drug.way(), term, mapped, supply, Math.ceil(drug.unitsPerDay() * supply));
            }
        }
    }
}
