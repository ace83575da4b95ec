package org.osteocohort.page.view;

/**
 * What the page carries with it, all of it our own or a library's, nothing of the data.
 *
 * @param policy the content security policy: the page may load nothing, and run these scripts only
 */
public record PageAssets(String policy, String style, String library, String script) {}
