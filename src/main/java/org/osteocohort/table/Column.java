package org.osteocohort.table;

/**
 * One column of a table.
 *
 * @param name in files
 * @param unit empty when it has none
 * @param meaning what it tells
 * @param source who defined it; empty when the definition is this project's own
 * @param since the version of the contract that added it, when a file of an earlier one may lack it; otherwise empty
 */
public record Column(String name, ColumnType type, String unit, String meaning, String source, String since) {}
