package org.osteocohort.assess;

import org.osteocohort.report.QuarantineRow;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** Whose a row of the quarantine is, which tells a place only; kept beside it for the next night, and never published. */
record QuarantineOwner(
        @Meaning("Identifier of the patient; null when the row is nobody's")
        String patientId,

        @Meaning("Name of the site") String site,

        @Meaning("File, as a path within the extract") String sourceFile) {
    static final Table<QuarantineOwner> TABLE =
            Table.of("quarantine_owners", "row of the quarantine, in its order", QuarantineOwner.class);

    static QuarantineOwner of(Owner owner, QuarantineRow row) {
        return new QuarantineOwner(owner.patientId(), row.site(), row.sourceFile());
    }

    Owner owner() {
        return patientId == null ? Owner.nobody(site, sourceFile) : Owner.child(patientId);
    }
}
