/**
 * What has changed since the last published run. In: the report tables of both runs after disclosure control, and in
 * what the runs differ. Out: rows of differences, which tell nothing that the reports do not tell already, and what has
 * changed more than the site expects.
 */
package org.osteocohort.trends;
