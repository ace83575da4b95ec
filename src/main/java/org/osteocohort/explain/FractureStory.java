package org.osteocohort.explain;

import java.util.ArrayList;
import java.util.List;
import org.osteocohort.fracture.NotCounted;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.report.EvidenceRow;
import org.osteocohort.report.FractureRow;

/** Fracture events in words: the bones, the accident, and whether definitions may count it. */
final class FractureStory {
    private FractureStory() {}

    static List<Happening> of(PatientRecord child) {
        return child.fractures().stream()
                .map(event -> new Happening(event.eventDate(), Happening.Sort.FRACTURE, text(event, child)))
                .toList();
    }

    private static String text(FractureRow event, PatientRecord child) {
        List<EvidenceRow> records = child.evidence("fracture", "event " + event.eventNo());
        StringBuilder text = new StringBuilder("Fracture event " + event.eventNo() + ": " + bones(event) + "; ");
        text.append(accident(event.traumaTier()));
        text.append(event.pathologic() ? "; coded as pathological" : "");
        text.append(event.atypicalFemur() ? "; coded as an atypical femur fracture" : "");
        text.append(event.confirmed() ? "; imaging or a cast is coded near it." : "; no imaging or cast near it.");
        text.append(event.counted() ? " Definitions may count it." : " It does not count: " + reason(event) + ".");
        text.append(records.isEmpty() ? "" : " On record: " + Words.codes(records) + ".");
        return text.toString();
    }

    private static String bones(FractureRow event) {
        List<String> sites = Words.parts(event.sites());
        List<String> sides = Words.parts(event.sides());
        List<String> kinds = Words.parts(event.kinds());
        List<String> bones = new ArrayList<>();
        for (int position = 0; position < sites.size(); position++) {
            String side = sides.get(position).equals("unknown") ? "" : sides.get(position) + " ";
            String kind = kinds.get(position).equals(sites.get(position))
                    ? ""
                    : " (" + Words.plain(kinds.get(position)) + ")";
            bones.add(side + Words.plain(sites.get(position)) + kind);
        }
        return bones.isEmpty() ? "a bone that is never counted" : String.join(", ", bones);
    }

    private static String accident(String tier) {
        return Words.constant(TraumaTier.class, tier)
                .map(known -> switch (known) {
                    case UNKNOWN -> "energy of the accident unknown";
                    case LOW -> "low-energy accident";
                    case MODERATE -> "moderate-energy accident";
                    case HIGH -> "high-energy accident";
                    case ABUSE -> "abuse on record";
                })
                .orElse(tier);
    }

    private static String reason(FractureRow event) {
        String word = event.reasonNotCounted();
        return Words.constant(NotCounted.class, word)
                .map(known -> switch (known) {
                    case NEVER_COUNTED_SITE ->
                        "skull, finger, toe, stress and periprosthetic fractures are no sign of osteoporosis";
                    case BIRTH_INJURY -> "it is an injury of birth";
                    case LOCAL_DISEASE ->
                        "a disease of that bone itself, such as a tumour or cyst, is on record near it";
                    case ABUSE -> "abuse explains it";
                })
                .orElse(word);
    }
}
