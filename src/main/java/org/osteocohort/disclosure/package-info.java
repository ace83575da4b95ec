/**
 * What may be shown: hides small counts, and every count that would give a small one away.
 *
 * <p>In: the rows of all report tables together, and a threshold. Out: the same rows with hidden numbers null and a
 * status that says so, and a list for the operator of what was hidden and why. Each table declares as data which cells
 * its numbers are and how they are related; one solver works on the cells of all tables at once, so that tables which
 * hold the same number hide it together. Plain Java; the last step before publishing.
 *
 * <p>First what would be mostly holes is left out ({@link org.osteocohort.disclosure.Detail}), then all numbers are
 * entered, then all relations, and then it is decided what goes ({@link org.osteocohort.disclosure.Suppression}), unless
 * the last run decided about the same.
 *
 * <h2>Declaring a table</h2>
 *
 * <p>Write a {@link org.osteocohort.disclosure.TableRules} beside the others, name it in {@link
 * org.osteocohort.disclosure.DisclosureControl}, and answer five questions; a table that answers none is not shown.
 *
 * <ol>
 *   <li><b>Which number is it?</b> {@code cells(row)}: a {@link org.osteocohort.disclosure.CountSpace} says what is
 *       counted and by which axes; a cell is one level of each axis, {@code all} where an axis is not split. Take the
 *       spaces of {@link org.osteocohort.disclosure.Spaces} when the number is there already (a population, a cohort);
 *       numbers that are the same by definition must be one cell, or the one that is shown tells the other.
 *   <li><b>What adds up?</b> Axes named as partitioned add up by themselves: all levels that are published, with the
 *       other axes alike, to the level {@code all}. Any other total is told with {@code graph.part(total, name, part)},
 *       once for each part; {@code name} tells several splits of one total apart. A coarser axis beside a finer one is
 *       such a total: {@code graph.part(cell.with("age_band", "all").with("age_group", group), "age_band", cell)}. All
 *       parts that are not zero must be published; never declare a split whose parts overlap. Name every way in which a
 *       total splits, also those that follow from others: who goes from relation to relation is stopped sooner.
 *   <li><b>Who lies within whom?</b> {@code graph.contains(outside, inside)} when every child of the inside is counted
 *       outside, whatever the data; also between tables. Say it for every pair of a chain, as {@code Spaces.nest} does,
 *       not only for neighbours. A relation to a number that is not published is none, so that it may always be told.
 *   <li><b>What else describes them?</b> Shares, rates, intervals, person-years, medians: {@code derived()}, which are
 *       null exactly when a count of the same row that they name is hidden. A count of something else than children,
 *       as events or records: a cell of a space of its own, and {@code graph.follows(children, events)}.
 *   <li><b>Which rows are too fine for few children?</b> {@code isFine(row)}; none when a table does not say. A number
 *       that rests on rows which are left out, as a standardized rate, is left out with them.
 * </ol>
 *
 * <p>What a reader would miss least goes first; {@link org.osteocohort.disclosure.Worth} holds the points of spaces and
 * levels, zero for what it does not name.
 */
package org.osteocohort.disclosure;
