package org.osteocohort.source.fhir;

/**
 * One line or resource that cannot be used.
 *
 * @param table the resource type; {@code line} when not even that is known
 * @param column the element that is to blame; null when it is the whole
 */
record Fault(String table, Rule rule, String column) {
    static final String LINE = "line";
}
