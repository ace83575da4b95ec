package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.osteocohort.tag.CodedEvent;

/**
 * An unbroken span of exposure to one ingredient under one item of the study; records closer than the class's gap are
 * bridged.
 *
 * @param ingredient the first code that the drug rules give the ingredient, for example {@code RXNORM|8640}, with its
 *     name after a blank; for an ingredient they do not know, the record's ATC substance or the code set row's key
 * @param end last day, inclusive
 * @param days days of supply within the era, each day once, without bridged gaps
 * @param dailyMilligrams mean over supplied days; null when the cumulative dose is, and when a record does not tell on
 *     how many days it was taken (an infusion's effect window, a dispensing without end)
 * @param cumulativeMilligrams null when the dose of a record that counts is unknown; an order, its dispensing and the
 *     doses given are the same drug, so on each day the records of the closest kind count
 * @param prednisoneEquivalentMilligrams cumulative; null when the dose is unknown or the ingredient no glucocorticoid
 * @param milligramsPerKilogramDay prednisone-equivalent (for other drugs plain) mg/kg/day with the weight nearest to the
 *     middle of the era; null when unknown
 * @param chronic whether the item's rule for chronic use, over all its ingredients, holds on some day of this era; false
 *     for an item without such a rule
 * @param records the drug records in the era, in order of time, each content once
 */
public record DrugEra(
        String item,
        String ingredient,
        LocalDate start,
        LocalDate end,
        int days,
        EndSource endSource,
        Double dailyMilligrams,
        Double cumulativeMilligrams,
        Double prednisoneEquivalentMilligrams,
        Double milligramsPerKilogramDay,
        boolean chronic,
        List<CodedEvent> records) {
    public DrugEra {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(ingredient, "ingredient");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(endSource, "endSource");
        records = List.copyOf(records);
    }
}
