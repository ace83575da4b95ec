/** What the page says, ready to be laid out: texts, tables and chart options. Values only; the template reads them. */
package org.osteocohort.page.view;
