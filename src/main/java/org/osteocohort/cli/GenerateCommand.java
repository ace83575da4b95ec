package org.osteocohort.cli;

import java.nio.file.Path;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.PopulationGenerator;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Invents an extract, to try things out without patient data. */
@Command(
        name = "generate",
        header = "Writes an extract of invented children.",
        description = "No real data goes in. The same seed gives the same children.",
        footer = {
            "",
            "Example:",
            "  " + CommandName.IN_HELP + " generate --patients 10000 --seed 1 --output target/extract"
        })
final class GenerateCommand implements Runnable {
    private final Operations operations;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Option(names = "--patients", required = true, paramLabel = "N", description = "How many children, at least 1.")
    private int patients;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "A whole number.")
    private long seed;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "A folder that is empty or does not exist yet.")
    private Path output;

    @Option(
            names = "--format",
            defaultValue = "omop",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); also the name of the extract's folder.")
    private GeneratedFormat format;

    @Option(
            names = "--files",
            defaultValue = "parquet",
            paramLabel = "FORMAT",
            description = "parquet, csv or csv_gz (default: ${DEFAULT-VALUE}); for fhir csv_gz means gzipped.")
    private OutputFiles files;

    @Option(
            names = "--profile",
            defaultValue = "general",
            paramLabel = "PROFILE",
            converter = ProfileName.class,
            description = "general or bone-clinic (default: ${DEFAULT-VALUE}): as in a whole health system, or as in"
                    + " a bone clinic with many sick children.")
    private Profile profile;

    @Option(
            names = "--events-per-patient",
            defaultValue = "" + PopulationGenerator.USUAL_EVENTS_PER_PATIENT,
            paramLabel = "N",
            description = "How many rows a child has on average (default: ${DEFAULT-VALUE}).")
    private int eventsPerPatient;

    @Option(
            names = "--rows-per-file",
            defaultValue = "0",
            paramLabel = "N",
            description = "Splits larger tables into files of so many rows (default: one file a table).")
    private long rowsPerFile;

    GenerateCommand(Operations operations, CurrentStage stage) {
        this.operations = operations;
        this.stage = stage;
    }

    @Override
    public void run() {
        if (patients < 1) {
            throw new ParameterException(spec.commandLine(), "--patients is " + patients + ", expected at least 1");
        }
        FreeFolder.require(output, "--output", spec);
        stage.accept("generating an extract");
        GenerateOptions options = new GenerateOptions(
                patients,
                seed,
                output.toAbsolutePath(),
                format,
                files,
                profile,
                "sample",
                StudyWindow.USUAL,
                eventsPerPatient,
                rowsPerFile);
        operations.generate(options);
        spec.commandLine()
                .getOut()
                .println("Written: " + output + " (the extract in " + format.label() + "/, the truth in truth.csv)");
    }

    /** Names as people write them, with a hyphen. */
    private static final class ProfileName implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String text) {
            for (Profile profile : Profile.values()) {
                if (profile.label().equalsIgnoreCase(text)) {
                    return profile;
                }
            }
            throw new TypeConversionException("expected general or bone-clinic but was '" + text + "'");
        }
    }
}
