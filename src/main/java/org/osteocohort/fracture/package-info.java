/**
 * From diagnosis rows to fracture events.
 *
 * <p>In: {@link org.osteocohort.tag.CodedHistory} and {@link org.osteocohort.fracture.FractureSettings}. Out: {@link
 * org.osteocohort.fracture.FractureEvent}, one per accident, with its bones, its trauma tier and whether it counts.
 * Plain Java.
 */
package org.osteocohort.fracture;
