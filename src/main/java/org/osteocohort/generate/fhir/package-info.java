/**
 * Charts as a FHIR R4 bulk export in the profiles of US Core.
 *
 * <p>In: one chart after the other. Out: NDJSON files, one or more for each resource type. Plain Java; it knows nothing
 * of the source that reads FHIR, so that each can judge the other.
 */
package org.osteocohort.generate.fhir;
