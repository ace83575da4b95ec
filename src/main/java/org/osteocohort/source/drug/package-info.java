/**
 * What the words on a drug record say: ingredient, way into the body, strength.
 *
 * <p>In: names and routes as written in an extract. Out: code set keys, {@link org.osteocohort.ehr.DrugRoute}s and
 * milligrams. Plain Java; every extract format reads drugs through it.
 */
package org.osteocohort.source.drug;
