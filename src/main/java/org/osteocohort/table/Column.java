package org.osteocohort.table;

/**
 * One column of a table.
 *
 * @param name in files
 * @param unit empty when it has none
 * @param meaning what it tells
 * @param source who defined it; empty when the definition is this project's own
 */
public record Column(String name, ColumnType type, String unit, String meaning, String source) {}
