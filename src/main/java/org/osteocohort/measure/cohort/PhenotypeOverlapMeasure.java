package org.osteocohort.measure.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osteocohort.ehr.Sex;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.ObservedTime;
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
import org.osteocohort.statistics.CohenKappa;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.table.Table;

/** How far the case definitions agree on the same children. */
public final class PhenotypeOverlapMeasure implements Measure<PhenotypeOverlapRow> {
    private static final String NAME = "phenotype_overlap";

    private final StudyFrame frame;

    public PhenotypeOverlapMeasure(StudyFrame frame) {
        this.frame = frame;
    }

    private record Pair(String one, String other, CaseGroup group, String sex) {}

    /** Children by membership: of the one and the other. */
    private record Agreement(long both, long onlyOne, long onlyOther, long neither) {
        private static final Agreement NOBODY = new Agreement(0, 0, 0, 0);

        static Agreement of(boolean one, boolean other, long children) {
            return new Agreement(
                    one && other ? children : 0,
                    one && !other ? children : 0,
                    !one && other ? children : 0,
                    one || other ? 0 : children);
        }

        Agreement plus(Agreement more) {
            return new Agreement(
                    both + more.both, onlyOne + more.onlyOne, onlyOther + more.onlyOther, neither + more.neither);
        }

        CohenKappa kappa() {
            return CohenKappa.of(new long[][] {{both, onlyOne}, {onlyOther, neither}});
        }
    }

    @Override
    public Table<PhenotypeOverlapRow> table() {
        return PhenotypeOverlapRow.TABLE;
    }

    /** Counts the child under the pattern of its classes, one for each phenotype of the job. */
    @Override
    public void observe(Assessment child, Tally tally) {
        ObservedTime contributed = ObservedTime.contributed(child.history(), frame);
        if (contributed.none()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        parts.add(child.history().patient().sex().label());
        List<ClassSpan> memberships = StudyCohort.on(contributed.lastDay(), child);
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            parts.add(memberships.stream()
                    .filter(member -> member.phenotype().equals(phenotype.name()))
                    .map(ClassSpan::caseClass)
                    .findFirst()
                    .orElse(CaseClass.NOT_MET)
                    .name());
        }
        tally.add(new TallyKey(NAME, parts));
    }

    @Override
    public List<PhenotypeOverlapRow> rows(Tally tally) {
        Map<Pair, Agreement> agreements = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, agreements));
        List<String> sexes = new ArrayList<>(List.of(Stratum.ALL));
        for (Sex sex : Sex.values()) {
            sexes.add(sex.name().toLowerCase(Locale.ROOT));
        }
        List<PhenotypeOverlapRow> rows = new ArrayList<>();
        forEachPair((one, other) -> {
            for (CaseGroup group : CaseGroup.values()) {
                for (String sex : sexes) {
                    Pair pair = new Pair(name(one), name(other), group, sex);
                    rows.add(row(pair, agreements.getOrDefault(pair, Agreement.NOBODY)));
                }
            }
        });
        return rows;
    }

    private interface PairOfPlaces {
        void accept(int one, int other);
    }

    private void forEachPair(PairOfPlaces action) {
        for (int one = 0; one < frame.phenotypes().size(); one++) {
            for (int other = one + 1; other < frame.phenotypes().size(); other++) {
                action.accept(one, other);
            }
        }
    }

    private String name(int place) {
        return frame.phenotypes().get(place).name();
    }

    private void spread(List<String> parts, long count, Map<Pair, Agreement> agreements) {
        for (CaseGroup group : CaseGroup.values()) {
            forEachPair((one, other) -> {
                boolean inOne = group.includes(CaseClass.valueOf(parts.get(one + 1)));
                boolean inOther = group.includes(CaseClass.valueOf(parts.get(other + 1)));
                Agreement agreement = Agreement.of(inOne, inOther, count);
                for (String sex : List.of(Stratum.ALL, parts.get(0))) {
                    agreements.merge(new Pair(name(one), name(other), group, sex), agreement, Agreement::plus);
                }
            });
        }
    }

    private static PhenotypeOverlapRow row(Pair pair, Agreement agreement) {
        CohenKappa kappa = agreement.kappa();
        return new PhenotypeOverlapRow(
                pair.one(),
                pair.other(),
                pair.group().label(),
                pair.sex(),
                agreement.both(),
                agreement.onlyOne(),
                agreement.onlyOther(),
                agreement.neither(),
                kappa.estimate(),
                kappa.low(),
                kappa.high(),
                Confidence.LEVEL,
                CohenKappa.METHOD,
                kappa.estimable() ? ValueStatus.RELEASED.label() : ValueStatus.NOT_ESTIMABLE.label());
    }
}
