package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.tag.Tag;

/** What an assessment says, line by line, without the source rows behind it and their number. */
final class AssessmentEssence {
    private final long daysMoved;
    private final List<String> lines = new ArrayList<>();

    private AssessmentEssence(long daysMoved) {
        this.daysMoved = daysMoved;
    }

    /** The assessment of a history moved by so many days, told in the days before the move. */
    static List<String> of(Assessment assessment, long daysMoved) {
        AssessmentEssence essence = new AssessmentEssence(daysMoved);
        assessment.verdicts().forEach(essence::verdict);
        assessment.fractures().forEach(essence::fracture);
        assessment.boneDensity().forEach(essence::density);
        assessment.exposures().forEach(essence::era);
        assessment.tags().forEach(essence::tag);
        return essence.lines;
    }

    static List<String> verdicts(Assessment assessment, long daysMoved) {
        AssessmentEssence essence = new AssessmentEssence(daysMoved);
        assessment.verdicts().forEach(essence::verdict);
        return essence.lines;
    }

    private void verdict(Verdict verdict) {
        line(verdict.phenotype(), verdict.flags());
        for (ClassSpan span : verdict.history().spans()) {
            line(
                    span.caseClass(),
                    span.path(),
                    day(span.indexDate()),
                    day(span.until()),
                    day(span.firstFractureDate()),
                    span.etiology(),
                    span.causes());
        }
    }

    private void fracture(FractureEvent event) {
        line(
                event.number(),
                day(event.date()),
                event.ageDays(),
                event.bones(),
                event.tier(),
                event.pathologic(),
                event.atypicalFemur(),
                event.confirmed(),
                event.leftTruncated(),
                event.notCounted());
    }

    private void density(BoneDensity scan) {
        line(
                day(scan.scanDate()),
                scan.site(),
                scan.arealGramsPerSquareCentimetre(),
                scan.zRaw(),
                scan.zHeightAdjusted(),
                scan.zUsed(),
                scan.zSource(),
                scan.heightZ());
    }

    private void era(DrugEra era) {
        line(
                era.item(),
                era.ingredient(),
                day(era.start()),
                day(era.end()),
                era.days(),
                era.endSource(),
                era.dailyMilligrams(),
                era.cumulativeMilligrams(),
                era.prednisoneEquivalentMilligrams(),
                era.milligramsPerKilogramDay(),
                era.chronic());
    }

    private void tag(Tag tag) {
        line(
                tag.role(),
                tag.item(),
                day(tag.firstDate()),
                day(tag.lastDate()),
                tag.dates(),
                tag.qualifies(),
                day(tag.effectStart()),
                day(tag.effectEnd()));
    }

    private LocalDate day(LocalDate day) {
        return day == null ? null : day.minusDays(daysMoved);
    }

    private void line(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) {
            line.append(cell).append(" | ");
        }
        lines.add(line.toString());
    }
}
