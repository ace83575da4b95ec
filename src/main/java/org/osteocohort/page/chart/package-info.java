/**
 * Estimates as charts. In: estimates with their intervals, each shown, hidden or without a value. Out: options of Apache
 * ECharts as JSON. Colours are names of the page's style sheet, so that one chart serves light, dark and print. What is
 * hidden is drawn as a hatched field over the whole range in which the number may lie, never as a value.
 */
package org.osteocohort.page.chart;
