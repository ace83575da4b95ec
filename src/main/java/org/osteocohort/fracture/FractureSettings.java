package org.osteocohort.fracture;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        implements Serializable {
    static final List<String> NAMES = List.of(
            "episodeGapDays",
            "episodeCapDays",
            "eventMergeDays",
            "traumaDaysBefore",
            "traumaDaysAfter",
            "localDiseaseDaysBefore",
            "localDiseaseDaysAfter",
            "unspecificPathologicLocalDiseaseDays",
            "cutShortCodeLookbackDays",
            "confirmationDays",
            "leftTruncationAgeYears");

    /** The settings with these values by name; all must be there. */
    static FractureSettings of(Map<String, Integer> values) {
        return new FractureSettings(
                values.get("episodeGapDays"),
                values.get("episodeCapDays"),
                values.get("eventMergeDays"),
                values.get("traumaDaysBefore"),
                values.get("traumaDaysAfter"),
                values.get("localDiseaseDaysBefore"),
                values.get("localDiseaseDaysAfter"),
                values.get("unspecificPathologicLocalDiseaseDays"),
                values.get("cutShortCodeLookbackDays"),
                values.get("confirmationDays"),
                values.get("leftTruncationAgeYears"));
    }

    /** These settings with some values replaced, by name. */
    public FractureSettings with(Map<String, Integer> own) {
        Map<String, Integer> values = new HashMap<>();
        values.put("episodeGapDays", episodeGapDays);
        values.put("episodeCapDays", episodeCapDays);
        values.put("eventMergeDays", eventMergeDays);
        values.put("traumaDaysBefore", traumaDaysBefore);
        values.put("traumaDaysAfter", traumaDaysAfter);
        values.put("localDiseaseDaysBefore", localDiseaseDaysBefore);
        values.put("localDiseaseDaysAfter", localDiseaseDaysAfter);
        values.put("unspecificPathologicLocalDiseaseDays", unspecificPathologicLocalDiseaseDays);
        values.put("cutShortCodeLookbackDays", cutShortCodeLookbackDays);
        values.put("confirmationDays", confirmationDays);
        values.put("leftTruncationAgeYears", leftTruncationAgeYears);
        values.putAll(own);
        return of(values);
    }
}
