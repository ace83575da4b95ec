package org.osteocohort.generate.truth;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** What is true of one child, as a row of {@code truth.csv}. Lists are joined with semicolons. */
public record Truth(
        @Meaning("the patient as the reports name them: site, colon, person_id")
        String patientId,

        @Meaning("the sort of child, a name of the generator's own")
        String archetype,

        @Meaning("class under URMC_SEED") String urmcSeed,
        @Meaning("class under ISCD_2019") String iscd_2019,
        @Meaning("class under WARD_BROAD") String wardBroad,
        @Meaning("class under DX_CODE") String dxCode,

        @Meaning("fracture events that count: not birth injury, abuse, local disease or a site that never counts; "
                + "of any energy and at any age")
        int countedEvents,

        @Meaning("counted events before the 19th birthday without high energy")
        int qualifyingEvents,

        @Meaning("qualifying events with a long bone before the 10th birthday")
        int longBoneEventsBefore_10,

        @Meaning("qualifying events with a long bone") int longBoneEventsBefore_19,

        @Meaning("qualifying events with a vertebral compression")
        int vertebralEvents,

        @Meaning("days of the counted events") String fractureDates,

        @Meaning("sites of the counted events, joined with a plus within an event")
        String fractureSites,

        @Meaning("energy of the counted events") String traumaTiers,

        @Meaning("lowest Z-score that may decide, of all scans; empty when there is none")
        String lowestUsableZ,

        @Meaning("conditions and lifestyle factors of the study that hold at any time")
        String causes,

        @Meaning("medications of the study taken long enough at any time")
        String medications,

        @Meaning("spans of exposure to medications of the study, long enough or not, as item start..end")
        String eras,

        @Meaning("treatments and evaluations of the study on record at any time")
        String treatments,

        @Meaning("etiology at the index of the phenotype in etiology_basis; empty when none is met")
        String etiology,

        @Meaning("the phenotype whose index the etiology is told for")
        String etiologyBasis,

        @Meaning("index day of URMC_SEED; empty when not met")
        String urmcSeedIndex,

        @Meaning("index day of ISCD_2019; empty when not met")
        String iscd_2019Index,

        @Meaning("bmdNormal, needsDxa, fragilityNotExcluded, lowBmdForAge")
        String flags) {
    public static final Table<Truth> TABLE = Table.of("truth", "a made-up patient", Truth.class);
}
