package org.osteocohort.table;

/** One column of a table: its name in files, its type, its unit (empty when none) and what it tells. */
public record Column(String name, ColumnType type, String unit, String meaning) {}
