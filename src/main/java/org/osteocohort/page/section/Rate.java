package org.osteocohort.page.section;

import java.util.List;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.page.view.Cell;

/**
 * How common a confirmed case is in one group: what prevalence and incidence have in common.
 *
 * @param cases children, or first events
 * @param base children, or person-years
 */
record Rate(
        String phenotype,
        String periodKind,
        String period,
        boolean blurred,
        String sex,
        String ageGroup,
        String ageBand,
        Long cases,
        Cell base,
        Double estimate,
        Double low,
        Double high,
        String status) {
    private static final String STUDY = "study";
    private static final String YEAR = "year";

    /** Period prevalence of confirmed cases among all observed children. */
    static List<Rate> prevalence(PublishedTables tables) {
        return tables.rows(PrevalenceRow.TABLE).stream()
                .filter(row -> row.kind().equals(ItemKind.PHENOTYPE.label())
                        && row.caseClass().equals(Names.CONFIRMED)
                        && row.prevalenceType().equals(PrevalenceType.PERIOD.label())
                        && row.denominatorName().equals(Denominator.OBSERVED.label())
                        && Names.whole(row.race(), row.ethnicity(), row.site()))
                .map(row -> new Rate(
                        row.item(),
                        row.periodKind(),
                        row.period(),
                        Boolean.TRUE.equals(row.periodBlurred()),
                        row.sex(),
                        row.ageGroup(),
                        row.ageBand(),
                        row.numerator(),
                        Scale.count(row.denominator(), row.valueStatus()),
                        row.estimate(),
                        row.ciLow(),
                        row.ciHigh(),
                        row.valueStatus()))
                .toList();
    }

    /** Incidence of confirmed cases in the time of all observed children. */
    static List<Rate> incidence(PublishedTables tables) {
        return tables.rows(IncidenceRow.TABLE).stream()
                .filter(row -> row.kind().equals(ItemKind.PHENOTYPE.label())
                        && row.caseClass().equals(Names.CONFIRMED)
                        && row.denominatorName().equals(Denominator.OBSERVED.label())
                        && Names.whole(row.race(), row.ethnicity(), row.site()))
                .map(row -> new Rate(
                        row.item(),
                        row.periodKind(),
                        row.period(),
                        Boolean.TRUE.equals(row.periodBlurred()),
                        row.sex(),
                        row.ageGroup(),
                        row.ageBand(),
                        row.events(),
                        Scale.years(row.personYears(), row.valueStatus()),
                        row.estimate(),
                        row.ciLow(),
                        row.ciHigh(),
                        row.valueStatus()))
                .toList();
    }

    /** Everybody in one calendar year. */
    boolean ofAYear() {
        return periodKind.equals(YEAR) && Names.whole(sex, ageGroup, ageBand);
    }

    /** One sex and one age band over the whole study. */
    boolean ofAgeAndSex() {
        return periodKind.equals(STUDY) && !ageBand.equals(Names.ALL) && Names.SEXES.contains(sex);
    }
}
