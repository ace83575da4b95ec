package org.osteocohort.page.view;

/**
 * What a colour stands for.
 *
 * @param colour a name of the page's style sheet, such as {@code series-1}
 */
public record Legend(String name, String colour) {}
