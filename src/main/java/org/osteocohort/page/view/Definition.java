package org.osteocohort.page.view;

/** A case definition in plain English. */
public record Definition(String name, String title, String text) {}
