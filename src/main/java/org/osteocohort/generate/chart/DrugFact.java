package org.osteocohort.generate.chart;

import java.time.LocalDate;
import org.osteocohort.generate.design.Drug;

/**
 * One drug row.
 *
 * @param mapped whether the site has mapped the code to its standard concept
 * @param encounter null for a pharmacy's row
 * @param daysSupply null when not recorded
 * @param quantity dose units; null when not recorded
 */
public record DrugFact(
        LocalDate date,
        Drug.Way way,
        Term term,
        boolean mapped,
        Encounter encounter,
        Integer daysSupply,
        Double quantity) {}
