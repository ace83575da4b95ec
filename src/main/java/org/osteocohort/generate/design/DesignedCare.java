package org.osteocohort.generate.design;

import java.time.LocalDate;

/** One evaluation or procedure. */
public record DesignedCare(Care care, LocalDate date) {}
