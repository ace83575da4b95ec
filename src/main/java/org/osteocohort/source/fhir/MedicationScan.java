package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.osteocohort.source.files.TextLine;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/** One pass over the files with Medication resources, for records that point to them. */
final class MedicationScan {
    private final CodeBook book;

    MedicationScan(CodeBook book) {
        this.book = book;
    }

    Medications read(JavaSparkContext context, JavaRDD<TextLine> lines) {
        Broadcast<CodeBook> carried = context.broadcast(book);
        return lines.mapPartitions(
                        part -> List.of(gathered(part, carried.value())).iterator())
                .treeReduce(Medications::with);
    }

    private static Medications gathered(Iterator<TextLine> lines, CodeBook book) {
        Medications medications = Medications.gathered();
        MedicationJudge judge = new MedicationJudge(book, Medications.none());
        lines.forEachRemaining(line -> ResourceReader.resource(line.text(), MedicationJudge.TYPE)
                .ifPresent(medication -> gather(medication, judge, medications)));
        return medications;
    }

    private static void gather(JsonNode medication, MedicationJudge judge, Medications medications) {
        String id = Json.text(medication, "id");
        if (id == null) {
            return;
        }
        Optional<JudgedCode> asked = judge.ofMedication(medication);
        asked.ifPresent(code -> medications.ask(id, code));
        if (asked.isEmpty() && !judge.isUnmappedMedication(medication)) {
            medications.name(id);
        }
    }
}
