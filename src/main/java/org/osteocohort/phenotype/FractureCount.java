package org.osteocohort.phenotype;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osteocohort.ehr.Days;
import org.osteocohort.fracture.Bone;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.fracture.FractureKind;
import org.osteocohort.fracture.FractureSite;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.tag.CodedEvent;

/**
 * So many counted fracture events of some sort. Events that no definition may count are never among them.
 *
 * @param atLeast how many are needed
 * @param kinds what may have broken; empty for anything
 * @param sites where; empty for anywhere
 * @param beforeAgeYears events count before this birthday; null for any age
 * @param fromAgeDays events count from this age in days on
 * @param tiers trauma tiers that count; empty for all
 * @param tiersExcluded trauma tiers that do not count
 * @param pathologic whether the code must (true) or must not (false) call the fracture pathological; null for either
 * @param atypicalFemur whether only atypical femur fractures count
 * @param confirmed whether only events confirmed by imaging count
 * @param unit what is counted as one
 * @param withinDays the needed fractures lie within so many days; null for the whole record
 */
public record FractureCount(
        int atLeast,
        Set<FractureKind> kinds,
        Set<FractureSite> sites,
        Integer beforeAgeYears,
        int fromAgeDays,
        Set<TraumaTier> tiers,
        Set<TraumaTier> tiersExcluded,
        Boolean pathologic,
        boolean atypicalFemur,
        boolean confirmed,
        CountUnit unit,
        Integer withinDays)
        implements Criterion {
    public FractureCount {
        kinds = Set.copyOf(kinds);
        sites = Set.copyOf(sites);
        tiers = Set.copyOf(tiers);
        tiersExcluded = Set.copyOf(tiersExcluded);
    }

    @Override
    public Outcome evaluate(Findings findings) {
        List<FractureEvent> eligible = new ArrayList<>();
        for (FractureEvent fracture : findings.fractures()) {
            if (eligible(fracture, findings)) {
                eligible.add(fracture);
            }
        }
        for (int position = 0; position < eligible.size(); position++) {
            if (countUpTo(position, eligible) >= atLeast) {
                return outcome(eligible, position);
            }
        }
        return Outcome.NOT_MET;
    }

    private static Outcome outcome(List<FractureEvent> eligible, int position) {
        List<CodedEvent> evidence = new ArrayList<>();
        eligible.forEach(fracture -> evidence.addAll(fracture.evidence()));
        return new Outcome(
                Days.from(eligible.get(position).date()), List.of(new FractureSeries(eligible, position)), evidence);
    }

    private boolean eligible(FractureEvent fracture, Findings findings) {
        boolean age = (beforeAgeYears == null || findings.beforeBirthday(fracture.date(), beforeAgeYears))
                && (fromAgeDays == 0 || (fracture.ageDays() != null && fracture.ageDays() >= fromAgeDays));
        boolean energy =
                (tiers.isEmpty() || tiers.contains(fracture.tier())) && !tiersExcluded.contains(fracture.tier());
        boolean sort = (pathologic == null || pathologic == fracture.pathologic())
                && (!atypicalFemur || fracture.atypicalFemur())
                && (!confirmed || fracture.confirmed());
        return fracture.counted()
                && energy
                && sort
                && age
                && fracture.bones().stream().anyMatch(this::counts);
    }

    private boolean counts(Bone bone) {
        return (kinds.isEmpty() || kinds.contains(bone.kind())) && (sites.isEmpty() || sites.contains(bone.site()));
    }

    private long bones(FractureEvent fracture) {
        return fracture.bones().stream()
                .filter(this::counts)
                .map(bone -> new Bone(bone.site(), bone.side(), FractureKind.OTHER_SITE))
                .distinct()
                .count();
    }

    private long countUpTo(int last, List<FractureEvent> eligible) {
        long count = 0;
        for (int position = last; position >= 0; position--) {
            long days = ChronoUnit.DAYS.between(
                    eligible.get(position).date(), eligible.get(last).date());
            if (withinDays == null || days <= withinDays) {
                count += unit == CountUnit.EVENT ? 1 : bones(eligible.get(position));
            }
        }
        return count;
    }

    @Override
    public boolean asksForFracture() {
        return true;
    }

    @Override
    public Clause describe(Glossary glossary) {
        StringBuilder text = new StringBuilder(atLeast + " or more ");
        text.append(confirmed ? "confirmed " : "").append(pathologicWord());
        text.append(kinds.isEmpty() ? "" : Words.list(kinds) + " ");
        text.append(unit == CountUnit.EVENT ? "fracture events" : "broken bones");
        text.append(sites.isEmpty() ? "" : " of the " + Words.list(sites));
        text.append(atypicalFemur ? ", coded as atypical femur fracture" : "");
        text.append(beforeAgeYears == null ? "" : " " + Words.beforeBirthday(beforeAgeYears));
        text.append(fromAgeDays == 0 ? "" : ", from day " + fromAgeDays + " of life on");
        text.append(withinDays == null ? "" : ", all within " + Words.days(withinDays));
        text.append(tiers.isEmpty() ? "" : ", only after " + Words.accidents(tiers));
        text.append(tiersExcluded.isEmpty() ? "" : ", not after " + Words.accidents(tiersExcluded));
        return Clause.of(text.toString());
    }

    private String pathologicWord() {
        if (pathologic == null) {
            return "";
        }
        return pathologic ? "pathological " : "not pathological ";
    }
}
