package org.osteocohort.fracture;

import java.io.Serializable;

/**
 * How diagnosis rows become fracture events; all numbers are days unless said otherwise. Their values and sources
 * stand in {@code fracture-rules.yaml} beside the code sets, and a phenotype may set its own.
 *
 * @param episodeGapDays a row at the same site and side so many days or fewer after the last one is the same fracture
 * @param episodeCapDays an episode takes no row later than this after its first
 * @param eventMergeDays episodes that begin within so many days of the first are one accident
 * @param traumaDaysBefore external-cause codes from so many days before the event count for its tier
 * @param traumaDaysAfter and up to so many days after it
 * @param localDiseaseDaysBefore a local bone disease coded from so many days before the event takes it out
 * @param localDiseaseDaysAfter and up to so many days after it
 * @param unspecificPathologicLocalDiseaseDays the same, either side, for events coded ICD-9 733.1x, which cannot tell
 *     a neoplastic fracture from another pathological one
 * @param cutShortCodeLookbackDays an ICD-10-CM code without its encounter character is a new fracture only when no row
 *     at the same site stands in so many days before it
 * @param confirmationDays imaging or a cast within so many days of the event confirms it
 * @param leftTruncationAgeYears a child first observed at this age (completed years) or later is flagged: earlier
 *     fractures may be missing
 */
public record FractureSettings(
        int episodeGapDays,
        int episodeCapDays,
        int eventMergeDays,
        int traumaDaysBefore,
        int traumaDaysAfter,
        int localDiseaseDaysBefore,
        int localDiseaseDaysAfter,
        int unspecificPathologicLocalDiseaseDays,
        int cutShortCodeLookbackDays,
        int confirmationDays,
        int leftTruncationAgeYears)
        implements Serializable {}
