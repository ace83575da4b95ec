package org.osteocohort.measure.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.ehr.Patient;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.Stratification;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyCohort;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.phenotype.Etiology;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.statistics.ProportionInterval;
import org.osteocohort.statistics.ProportionMethod;
import org.osteocohort.table.Table;

/** What share of each cohort has each cause at the index date, and why its children have osteoporosis. */
public final class CauseProfileMeasure implements Measure<CauseProfileRow> {
    private static final String NAME = "cause_profile";
    private static final StudyItem COHORT = new StudyItem(ItemKind.PHENOTYPE, Stratum.ALL);

    private final StudyFrame frame;
    private final AgeBands ageBands;
    private final Map<String, StudyItem> causesByName = new HashMap<>();

    public CauseProfileMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
        for (StudyItem item : frame.items()) {
            if (item.kind() != ItemKind.SEED_ROW && item.kind() != ItemKind.MEDICATION_UNION) {
                causesByName.put(item.item(), item);
            }
        }
    }

    /** A cell of the table; {@link #COHORT} stands for the whole cohort. */
    private record Cell(String phenotype, CaseGroup group, StudyItem item, Stratum stratum) {}

    @Override
    public Table<CauseProfileRow> table() {
        return CauseProfileRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        Patient patient = child.history().patient();
        for (ClassSpan member : StudyCohort.memberships(child, frame)) {
            Stratum stratum = Stratum.ofSexAndAge(patient, ageBands.of(patient, member.indexDate()));
            for (StudyItem item : items(member)) {
                List<String> parts = new ArrayList<>(List.of(
                        member.phenotype(),
                        member.caseClass().name(),
                        item.kind().name(),
                        item.item()));
                parts.addAll(stratum.parts());
                tally.add(new TallyKey(NAME, parts));
            }
        }
    }

    private SortedSet<StudyItem> items(ClassSpan member) {
        SortedSet<StudyItem> items = new TreeSet<>();
        for (String cause : member.causes()) {
            StudyItem item = causesByName.get(cause);
            if (item != null) {
                items.add(item);
                items.addAll(item.wider());
            }
        }
        items.addAll(CauseOverlap.of(items));
        items.add(etiology(member.etiology()));
        items.add(COHORT);
        return items;
    }

    private static StudyItem etiology(Etiology etiology) {
        return new StudyItem(ItemKind.ETIOLOGY, etiology.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<CauseProfileRow> rows(Tally tally) {
        Stratification stratification = Stratification.bySexOrAge(frame);
        Map<Cell, Long> counts = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, stratification, counts));
        List<Stratum> grid = stratification.grid();
        List<CauseProfileRow> rows = new ArrayList<>();
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            for (CaseGroup group : CaseGroup.values()) {
                for (StudyItem item : reportedItems()) {
                    for (Stratum stratum : grid) {
                        rows.add(row(new Cell(phenotype.name(), group, item, stratum), counts));
                    }
                }
            }
        }
        return rows;
    }

    private static void spread(List<String> parts, long count, Stratification stratification, Map<Cell, Long> counts) {
        Stratum finest = Stratum.parse(parts.subList(4, parts.size()));
        stratification.see(finest);
        StudyItem item = new StudyItem(ItemKind.valueOf(parts.get(2)), parts.get(3));
        for (CaseGroup group : CaseGroup.including(CaseClass.valueOf(parts.get(1)))) {
            for (Stratum stratum : stratification.containing(finest)) {
                counts.merge(new Cell(parts.get(0), group, item, stratum), count, Math::addExact);
            }
        }
    }

    private List<StudyItem> reportedItems() {
        List<StudyItem> items = new ArrayList<>();
        Arrays.stream(Etiology.values()).forEach(etiology -> items.add(etiology(etiology)));
        items.addAll(CauseOverlap.items());
        items.addAll(frame.items());
        return items;
    }

    private CauseProfileRow row(Cell cell, Map<Cell, Long> counts) {
        Cell cohort = new Cell(cell.phenotype(), cell.group(), COHORT, cell.stratum());
        long numerator = counts.getOrDefault(cell, 0L);
        long denominator = counts.getOrDefault(cohort, 0L);
        ProportionMethod interval = frame.settings().interval();
        ProportionInterval share = interval.interval(numerator, denominator);
        return new CauseProfileRow(
                cell.phenotype(),
                cell.group().label(),
                cell.item().kind().label(),
                cell.item().item(),
                cell.stratum().sex(),
                cell.stratum().ageGroup(),
                cell.stratum().ageBand(),
                numerator,
                denominator,
                share.estimate(),
                share.low(),
                share.high(),
                Confidence.LEVEL,
                interval.label(),
                ValueStatus.of(share).label());
    }
}
