/** One class for each part of the page. In: rows of published tables. Out: a {@link org.osteocohort.page.view.Section}. */
package org.osteocohort.page.section;
