package org.osteocohort.generate.design;

import java.time.LocalDate;

/** One number of one scan. */
public record DesignedScan(LocalDate date, DensityMeasure measure, double value) {}
