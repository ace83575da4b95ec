package org.osteocohort.page.view;

/**
 * A step of the cohort flow.
 *
 * @param excluded who does not pass it; null for the first step, and when nobody is lost
 */
public record FlowStep(String rule, Cell persons, Cell excluded) {}
