package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.osteocohort.ehr.Patient;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Stratification;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyCohort;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.statistics.ProportionInterval;
import org.osteocohort.statistics.ProportionMethod;
import org.osteocohort.table.Table;

/** How many children of each cohort have a record of each treatment in each window around the index date. */
public final class TreatmentCoverageMeasure implements Measure<TreatmentCoverageRow> {
    private static final String NAME = "treatment_coverage";

    private final StudyFrame frame;
    private final AgeBands ageBands;

    public TreatmentCoverageMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
    }

    /** Whom the shares are of. */
    enum Basis {
        ALL_IN_COHORT,
        OBSERVED_WHOLE_WINDOW;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Cell(
            String phenotype,
            CaseGroup group,
            String treatment,
            String window,
            Basis basis,
            Stratum stratum,
            CoverageState state) {
        Cell with(CoverageState other) {
            return new Cell(phenotype, group, treatment, window, basis, stratum, other);
        }
    }

    @Override
    public Table<TreatmentCoverageRow> table() {
        return TreatmentCoverageRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        List<ClassSpan> memberships = StudyCohort.memberships(child, frame);
        if (memberships.isEmpty()) {
            return;
        }
        for (Treatment treatment : Treatment.ALL) {
            List<SortedSet<LocalDate>> days = treatment.days(child);
            for (ClassSpan member : memberships) {
                observe(child, member, treatment, days, tally);
            }
        }
    }

    private void observe(
            Assessment child, ClassSpan member, Treatment treatment, List<SortedSet<LocalDate>> days, Tally tally) {
        Patient patient = child.history().patient();
        CoverageState.FollowUp followUp = CoverageState.FollowUp.of(child, member.indexDate(), frame);
        Stratum stratum = Stratum.ofSexAndAge(patient, ageBands.of(patient, member.indexDate()));
        for (TreatmentWindow window : TreatmentWindow.ALL) {
            CoverageState state = CoverageState.of(followUp, window, days);
            Basis narrowest = followUp.complete(window) ? Basis.OBSERVED_WHOLE_WINDOW : Basis.ALL_IN_COHORT;
            List<String> parts = new ArrayList<>(List.of(
                    member.phenotype(),
                    member.caseClass().name(),
                    treatment.name(),
                    window.name(),
                    narrowest.name(),
                    state.name()));
            parts.addAll(stratum.parts());
            tally.add(new TallyKey(NAME, parts));
        }
    }

    @Override
    public List<TreatmentCoverageRow> rows(Tally tally) {
        Stratification stratification = Stratification.bySexOrAge(frame);
        Map<Cell, Long> counts = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, stratification, counts));
        List<Stratum> grid = stratification.grid();
        List<TreatmentCoverageRow> rows = new ArrayList<>();
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            for (CaseGroup group : CaseGroup.values()) {
                for (Treatment treatment : Treatment.ALL) {
                    addRows(phenotype, group, treatment, grid, counts, rows);
                }
            }
        }
        return rows;
    }

    private void addRows(
            StudyPhenotype phenotype,
            CaseGroup group,
            Treatment treatment,
            List<Stratum> grid,
            Map<Cell, Long> counts,
            List<TreatmentCoverageRow> rows) {
        for (TreatmentWindow window : TreatmentWindow.ALL) {
            for (Basis basis : Basis.values()) {
                for (Stratum stratum : grid) {
                    Cell treated = new Cell(
                            phenotype.name(),
                            group,
                            treatment.name(),
                            window.name(),
                            basis,
                            stratum,
                            CoverageState.TREATED);
                    rows.add(row(treated, treatment.expectation(window), window, counts));
                }
            }
        }
    }

    private static void spread(List<String> parts, long count, Stratification stratification, Map<Cell, Long> counts) {
        Stratum finest = Stratum.parse(parts.subList(6, parts.size()));
        stratification.see(finest);
        CoverageState state = CoverageState.valueOf(parts.get(5));
        List<Basis> bases = parts.get(4).equals(Basis.ALL_IN_COHORT.name())
                ? List.of(Basis.ALL_IN_COHORT)
                : List.of(Basis.values());
        for (CaseGroup group : CaseGroup.including(CaseClass.valueOf(parts.get(1)))) {
            for (Basis basis : bases) {
                for (Stratum stratum : stratification.containing(finest)) {
                    Cell cell = new Cell(parts.get(0), group, parts.get(2), parts.get(3), basis, stratum, state);
                    counts.merge(cell, count, Math::addExact);
                }
            }
        }
    }

    private TreatmentCoverageRow row(
            Cell treated, Expectation expectation, TreatmentWindow window, Map<Cell, Long> counts) {
        Map<CoverageState, Long> states = new HashMap<>();
        long denominator = 0;
        for (CoverageState state : CoverageState.values()) {
            long count = counts.getOrDefault(treated.with(state), 0L);
            states.put(state, count);
            denominator += count;
        }
        ProportionMethod interval = frame.settings().interval();
        ProportionInterval share = interval.interval(states.get(CoverageState.TREATED), denominator);
        return new TreatmentCoverageRow(
                treated.phenotype(),
                treated.group().label(),
                treated.treatment(),
                window.name(),
                window.firstDay(),
                window.lastDay(),
                treated.basis().label(),
                treated.stratum().sex(),
                treated.stratum().ageGroup(),
                treated.stratum().ageBand(),
                denominator,
                states.get(CoverageState.TREATED),
                states.get(CoverageState.UNTREATED),
                states.get(CoverageState.NOT_IN_OBSERVATION),
                states.get(CoverageState.NOT_ELIGIBLE),
                states.get(CoverageState.UNKNOWN),
                expectation == null ? null : expectation.label(),
                expectation == null || !share.estimable() ? null : expectation.gap(share.estimate()),
                share.estimate(),
                share.low(),
                share.high(),
                Confidence.LEVEL,
                interval.label(),
                ValueStatus.of(share).label());
    }
}
