package org.osteocohort.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.phenotype.Verdict;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.Tag;

/** The source records behind a child's tags, fracture events and verdicts, each record once for each of these. */
final class EvidenceRows {
    private static final String FRACTURE = "fracture";
    private static final Comparator<EvidenceRow> ORDER = Comparator.comparing(EvidenceRow::item)
            .thenComparing(EvidenceRow::rule)
            .thenComparing(EvidenceRow::eventDate)
            .thenComparing(EvidenceRow::sourceTable)
            .thenComparing(EvidenceRow::sourceId)
            .thenComparing(EvidenceRow::vocabulary)
            .thenComparing(EvidenceRow::code);

    private EvidenceRows() {}

    static List<EvidenceRow> of(Assessment child) {
        String patientId = child.history().patient().patientId();
        List<EvidenceRow> rows = new ArrayList<>();
        for (Tag tag : child.tags()) {
            add(patientId, tag.item(), tag.role(), tag.evidence(), rows);
        }
        for (FractureEvent event : child.fractures()) {
            add(patientId, FRACTURE, "event " + event.number(), event.evidence(), rows);
        }
        for (Verdict verdict : child.verdicts()) {
            evidenceByPath(verdict)
                    .forEach((path, evidence) -> add(patientId, verdict.phenotype(), path, evidence, rows));
        }
        rows.sort(ORDER);
        return rows;
    }

    /** A child may reach a class, leave it, and reach it again by the same path. */
    private static Map<String, List<CodedEvent>> evidenceByPath(Verdict verdict) {
        Map<String, List<CodedEvent>> byPath = new LinkedHashMap<>();
        for (ClassSpan span : verdict.history().spans()) {
            byPath.computeIfAbsent(span.path(), path -> new ArrayList<>()).addAll(span.evidence());
        }
        return byPath;
    }

    private static void add(
            String patientId, String item, String rule, List<CodedEvent> evidence, List<EvidenceRow> rows) {
        evidence.stream()
                .map(CodedEvent::event)
                .distinct()
                .map(event -> row(patientId, item, rule, event))
                .forEach(rows::add);
    }

    private static EvidenceRow row(String patientId, String item, String rule, ClinicalEvent event) {
        NumericResult result = event.result();
        return new EvidenceRow(
                patientId,
                item,
                rule,
                event.source().table(),
                event.source().id(),
                event.date(),
                event.code().vocabulary().name(),
                event.code().written(),
                result == null ? null : result.value(),
                result == null ? null : result.unit(),
                event.resolution().label());
    }
}
