/**
 * The page that people open first: {@code report.html}.
 *
 * <p>In: the report tables as published, small cells hidden, and the definitions of the cases. Out: one file that needs
 * nothing else and has the same bytes for the same tables. Each class in {@code section} turns rows into what a part of
 * the page says, each in {@code chart} turns estimates into options of Apache ECharts, and one template lays all of it
 * out; the template escapes every text. Plain Java; nothing is counted here.
 */
package org.osteocohort.page;
