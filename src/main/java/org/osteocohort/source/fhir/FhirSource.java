package org.osteocohort.source.fhir;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.ExtractSource;
import org.osteocohort.source.FirstLooks;
import org.osteocohort.source.files.FailedRead;
import org.osteocohort.source.files.LineScan;
import org.osteocohort.source.files.TextLine;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.VocabularyTables;

/** A FHIR R4 bulk export: NDJSON files, with or without a vocabulary. */
public final class FhirSource implements ExtractSource {
    private static final Set<VisitKind> VISIT_KINDS =
            Set.of(VisitKind.INPATIENT, VisitKind.EMERGENCY, VisitKind.OUTPATIENT);

    private final Extract extract;
    private final CodeSets codeSets;
    private final Subjects subjects;
    private final FirstLooks looks;
    private ResourceFiles files;

    /**
     * An export.
     *
     * @param looks who remembers what its files told at a first look
     */
    public FhirSource(Extract extract, CodeSets codeSets, FirstLooks looks) {
        this.extract = Objects.requireNonNull(extract, "extract");
        this.codeSets = Objects.requireNonNull(codeSets, "codeSets");
        this.looks = Objects.requireNonNull(looks, "looks");
        this.subjects = new Subjects(extract.site());
    }

    @Override
    public List<String> notes() {
        return List.of(
                "A child is observed from the first to the last Encounter; FHIR tells no enrolment.",
                "Files whose first lines are no resources, such as the log of an export, were passed over.");
    }

    /** Medications that prescriptions point to, and patients where others name them by an identifier. */
    @Override
    public Set<String> sharedFiles(Configuration hadoop) {
        Set<String> shared = new HashSet<>(files(hadoop).named(MedicationJudge.TYPE));
        if (files.nameByIdentifier()) {
            shared.addAll(files.named(PatientReader.TYPE));
        }
        return shared;
    }

    @Override
    public String circumstances(Configuration hadoop) {
        return files(hadoop).nameByIdentifier() + " " + new IdentifierSample(files(hadoop)).ofMany();
    }

    /** Listed, and looked at, once. */
    private ResourceFiles files(Configuration hadoop) {
        if (files == null) {
            files = new ResourceFiles(extract.path(), looks, hadoop);
        }
        return files;
    }

    @Override
    public Dataset<Row> read(SparkSession spark, Predicate<String> chosen) {
        try {
            return readFiles(spark, chosen);
        } catch (BadInputException told) {
            throw told;
        } catch (Exception failure) {
            // Not the message and not the cause: Spark quotes rows and values in both.
            throw new BadInputException(List.of(FailedRead.in(failure)
                    .orElseGet(() -> new Problem(
                            extract.path().toString(),
                            "the files cannot be read (" + failure.getClass().getSimpleName() + ")"))));
        }
    }

    private Dataset<Row> readFiles(SparkSession spark, Predicate<String> chosen) {
        List<Problem> problems = new ArrayList<>(
                files(spark.sparkContext().hadoopConfiguration()).problems());
        problems.addAll(new IdentifierSample(files).problems(extract, chosen));
        List<String> read = files.all(chosen);
        // Whose rows are all known, had a vocabulary that was good.
        Optional<VocabularyTables> vocabulary = read.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(extract.vocabulary()).map(folder -> VocabularyTables.at(spark, folder));
        vocabulary.ifPresent(tables -> problems.addAll(tables.problems()));
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        if (read.isEmpty()) {
            return spark.createDataFrame(List.of(), CanonicalRows.SCHEMA);
        }
        CodeBook book = vocabulary
                .map(tables -> tables.codeBook(codeSets))
                .orElseGet(() -> CodeBook.withoutVocabulary(codeSets));
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        JavaRDD<Row> rowsOfLines = resourceLines(spark, read, book)
                .mapPartitions(new ResourceLines(subjects, context.broadcast(book), VISIT_KINDS));
        Dataset<Row> rows = spark.createDataFrame(rowsOfLines, CanonicalRows.SCHEMA);
        return files.nameByIdentifier()
                ? named(spark, rows, lines(context, files.holding(PatientReader.TYPE::equals)))
                : rows;
    }

    /** The lines of files, and with those of drug records the Medication resources that they point to. */
    private JavaRDD<ResourceLine> resourceLines(SparkSession spark, List<String> read, CodeBook book) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<String> medications = files.holding(MedicationJudge.TYPE::equals);
        Set<String> drugRecords = medications.isEmpty() ? Set.of() : Set.copyOf(files.holding(EventType::isDrugRecord));
        Map<Boolean, List<String>> parted = read.stream().collect(Collectors.partitioningBy(drugRecords::contains));
        JavaRDD<ResourceLine> alone = lines(context, parted.get(false)).map(ResourceLine::alone);
        return parted.get(true).isEmpty()
                ? alone
                : alone.union(new MedicationJoin(spark, book)
                        .of(lines(context, parted.get(true)), lines(context, medications)));
    }

    /** Rows whose patients are named by an identifier go to the patient who has it, and to nobody when none has. */
    private Dataset<Row> named(SparkSession spark, Dataset<Row> rows, JavaRDD<TextLine> patients) {
        Dataset<Row> identifiers = new IdentifierScan(subjects).read(spark, patients);
        Column[] columns = new Column[CanonicalRows.SCHEMA.length()];
        for (int place = 0; place < columns.length; place++) {
            String name = CanonicalRows.SCHEMA.fieldNames()[place];
            columns[place] = name.equals(CanonicalRows.PATIENT_ID)
                    ? coalesce(col(IdentifierScan.OWNER), col(name)).as(name)
                    : col(name);
        }
        return rows.join(identifiers, col(CanonicalRows.PATIENT_ID).equalTo(col(IdentifierScan.NAMED)), "left_outer")
                .select(columns);
    }

    private JavaRDD<TextLine> lines(JavaSparkContext context, List<String> files) {
        return LineScan.of(context, extract.path(), files);
    }
}
