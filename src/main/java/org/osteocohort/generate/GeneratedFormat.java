package org.osteocohort.generate;

import java.io.IOException;
import java.util.Locale;
import org.osteocohort.generate.chart.ChartWriter;
import org.osteocohort.generate.fhir.FhirWriter;
import org.osteocohort.generate.omop.OmopWriter;
import org.osteocohort.generate.pcornet.PcornetWriter;
import org.osteocohort.generate.synthea.SyntheaWriter;

/** The shape in which a made-up population is written. */
public enum GeneratedFormat {
    OMOP(options -> new OmopWriter(options.extract(), options.files(), options.rowsPerFile())),
    FHIR(options -> new FhirWriter(options.extract(), options.files().zipped(), options.rowsPerFile())),
    PCORNET(options -> new PcornetWriter(options.extract(), options.files(), options.rowsPerFile())),
    SYNTHEA(options -> new SyntheaWriter(options.extract(), options.files(), options.rowsPerFile()));

    private final Opening opening;

    /** Opens an extract's files. */
    private interface Opening {
        ChartWriter open(GenerateOptions options) throws IOException;
    }

    GeneratedFormat(Opening opening) {
        this.opening = opening;
    }

    /** The name in jobs, on the command line and of the extract's folder. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    ChartWriter open(GenerateOptions options) throws IOException {
        return opening.open(options);
    }
}
