/**
 * From drug records to eras of exposure.
 *
 * <p>In: {@link org.osteocohort.tag.CodedHistory} and {@link org.osteocohort.exposure.DrugRules}. Out: {@link
 * org.osteocohort.exposure.DrugEra}, one per child, item, ingredient and unbroken span. Plain Java.
 */
package org.osteocohort.exposure;
