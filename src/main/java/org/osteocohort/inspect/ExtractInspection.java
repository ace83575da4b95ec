package org.osteocohort.inspect;

import static org.osteocohort.inspect.InspectionText.shown;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.Extracts;

/** Tells in plain words what an extract holds. */
public final class ExtractInspection {
    private final Extract extract;
    private final CodeSets codeSets;
    private final InspectionText text = new InspectionText();

    private ExtractInspection(Extract extract, CodeSets codeSets) {
        this.extract = extract;
        this.codeSets = codeSets;
    }

    /**
     * Looks at an extract.
     *
     * @return lines of text; they end early, with what is wrong, when the extract cannot be used
     */
    public static List<String> of(Extract extract, CodeSets codeSets, SparkSession spark) {
        ExtractInspection inspection = new ExtractInspection(extract, codeSets);
        inspection.look(spark);
        return inspection.text.lines();
    }

    private void look(SparkSession spark) {
        List<ExtractFiles> files = files();
        Dataset<Row> rows;
        try {
            rows = Extracts.source(extract, codeSets).read(spark).cache();
        } catch (BadInputException refused) {
            text.title("Files");
            files.forEach(table -> text.line(table.name(), rowsOf(table)));
            text.title("A run would refuse this extract");
            refused.problems().forEach(problem -> text.sentence(problem.toString()));
            return;
        }
        try {
            ExtractScan scan = new ExtractScan(rows, codeSets);
            PersonScan persons = new PersonScan(rows);
            tables(files, scan, persons);
            faults(scan.faults(), persons);
            new InspectedCodes(scan.codes(), text).tell(files, scan);
            identifiers(persons);
        } finally {
            rows.unpersist();
        }
    }

    private List<ExtractFiles> files() {
        try {
            return ExtractFiles.of(extract.path());
        } catch (IOException failure) {
            throw new BadInputException(
                    List.of(new Problem(extract.path().toString(), "this folder cannot be listed")));
        }
    }

    private static String rowsOf(ExtractFiles table) {
        String files = table.files() == 1 ? "" : " in " + table.files() + " files";
        return table.rows().isPresent() ? shown(table.rows().getAsLong()) + files : "cannot be counted";
    }

    private void tables(List<ExtractFiles> files, ExtractScan scan, PersonScan persons) {
        Map<String, Long> used = scan.used();
        text.title("Tables: rows, and how many of them this study asks for");
        for (ExtractFiles table : files) {
            Long asked = table.valueOf(used);
            text.line(table.name(), rowsOf(table) + ", " + (asked == null ? "not read" : "asked for " + shown(asked)));
        }
        text.line("patients", shown(persons.people()));
        String years = scan.years();
        text.line("years", years.isEmpty() ? "no dates" : years);
    }

    private void faults(Map<String, Long> faults, PersonScan persons) {
        Map<String, Long> ofUnknown = persons.unknown();
        text.title("Rows that cannot be used as they are");
        faults.forEach((fault, count) -> text.line(fault, shown(count)));
        ofUnknown.forEach(
                (table, count) -> text.line(table, shown(count) + " of persons whom the extract does not describe"));
        if (faults.isEmpty() && ofUnknown.isEmpty()) {
            text.sentence("none in what was looked at; a run looks at each child's rows together, too");
        }
        persons.sharedIdentifiers()
                .forEach((table, count) -> text.line(
                        table,
                        shown(count) + " identifiers stand in rows of several persons, which are used all the same"));
    }

    private void identifiers(PersonScan persons) {
        text.title("De-identification");
        if (extract.deidentification().profile() == Profile.SYNTHETIC) {
            text.sentence("the people are declared to be invented, so nothing was looked for");
            return;
        }
        text.sentence("nothing found against "
                + extract.deidentification().profile().label()
                + " in column names and first values of the tables that are read;");
        text.sentence("tables that are not read, such as notes, were not looked at. This is a check and no proof.");
        switch (persons.identifiers()) {
            case IN_SEQUENCE ->
                text.sentence(
                        "Warning: persons are numbered in sequence. Make sure that these are not the numbers of the"
                                + " hospital, or use salted hashes.");
            case SHORT_NUMBERS ->
                text.sentence(
                        "Warning: the identifiers of persons are numbers as short as those of medical records. Make"
                                + " sure that they were made for this extract, or use salted hashes.");
            case OTHER -> text.sentence("The identifiers of persons do not look like numbers of medical records.");
        }
        text.line(
                "alone with birth year and sex",
                shown(persons.inSmallGroups()) + " of the patients share both with fewer than "
                        + (PersonScan.SMALLEST_GROUP - 1) + " others");
    }
}
