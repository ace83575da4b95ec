package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.osteocohort.source.files.TextLine;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/**
 * One pass over the files with Medication resources, for records that point to them. Brought is only what matters, and
 * the id of what nobody can name.
 */
final class MedicationScan {
    private final CodeBook book;

    MedicationScan(CodeBook book) {
        this.book = book;
    }

    /** @param code null when nobody can tell what drug it is */
    private record Found(String id, JudgedCode code) implements Serializable {}

    /** What each resource stands for; of those with one id the first in the order of their content. */
    Medications read(JavaSparkContext context, JavaRDD<TextLine> lines) {
        Medications medications = Medications.none();
        Broadcast<CodeBook> carried = context.broadcast(book);
        List<Found> all = new ArrayList<>(lines.flatMap(
                        line -> found(line.text(), carried.value()).stream().iterator())
                .collect());
        all.sort(Comparator.comparing(Found::toString));
        for (Found found : all) {
            if (found.code() == null) {
                medications.unmapped().add(found.id());
            } else {
                medications.asked().putIfAbsent(found.id(), found.code());
            }
        }
        return medications;
    }

    private static Optional<Found> found(String line, CodeBook book) {
        Optional<JsonNode> medication = ResourceReader.resource(line, MedicationJudge.TYPE);
        String id = medication.map(resource -> Json.text(resource, "id")).orElse(null);
        if (id == null) {
            return Optional.empty();
        }
        MedicationJudge judge = new MedicationJudge(book, Medications.none());
        Optional<Found> asked = medication.flatMap(judge::ofMedication).map(code -> new Found(id, code));
        return asked.or(() -> medication.filter(judge::isUnmappedMedication).map(unmapped -> new Found(id, null)));
    }
}
