/**
 * The rows of a child go together: what a task reads of a child in a file becomes one row, so that carrying, keeping and
 * sorting cost by the child and not by the fact.
 *
 * <p>In: rows in the shape of {@link org.osteocohort.source.CanonicalRows}. Out: {@link
 * org.osteocohort.source.bundle.Bundles}, and of each bundle again its rows, as they were.
 */
package org.osteocohort.source.bundle;
