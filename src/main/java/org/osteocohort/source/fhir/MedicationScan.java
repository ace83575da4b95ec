package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.osteocohort.source.files.TextLine;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/** One pass over the files with Medication resources, for records that point to them; only what matters is brought. */
final class MedicationScan {
    private final CodeBook book;

    MedicationScan(CodeBook book) {
        this.book = book;
    }

    private record Found(String id, JudgedCode code) implements Serializable {}

    /** What each resource stands for, by id; of those with one id the first in the order of their content. */
    HashMap<String, JudgedCode> read(JavaSparkContext context, JavaRDD<TextLine> lines) {
        HashMap<String, JudgedCode> medications = new HashMap<>();
        Broadcast<CodeBook> carried = context.broadcast(book);
        List<Found> all = new ArrayList<>(lines.flatMap(
                        line -> found(line.text(), carried.value()).stream().iterator())
                .collect());
        all.sort(Comparator.comparing(Found::toString));
        all.forEach(found -> medications.putIfAbsent(found.id(), found.code()));
        return medications;
    }

    private static Optional<Found> found(String line, CodeBook book) {
        Optional<JsonNode> medication = ResourceReader.resource(line, MedicationJudge.TYPE);
        String id = medication.map(resource -> Json.text(resource, "id")).orElse(null);
        MedicationJudge judge = new MedicationJudge(book, Map.of());
        return id == null
                ? Optional.empty()
                : medication.flatMap(judge::ofMedication).map(code -> new Found(id, code));
    }
}
