package org.osteocohort.generate.chart;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.generate.design.Draw;
import org.osteocohort.generate.design.Energy;

/** External causes by energy. */
final class TraumaCodes {
    private static final List<Term> LOW10 = List.of(
            icd10("W01.0XXA", "fall on same level from slipping"),
            icd10("W10.1XXA", "trip over a sidewalk curb"),
            icd10("W18.30XA", "fall on same level"),
            icd10("W06.XXXA", "fall from bed"),
            icd10("W19.XXXA", "unspecified fall"),
            icd10("W05.0XXA", "fall from a wheelchair that stood still"));
    private static final List<Term> LOW9 = List.of(
            icd9("E885.9", "fall from slipping or tripping"),
            icd9("E880.1", "fall over a sidewalk curb"),
            icd9("E888.9", "unspecified fall"),
            icd9("E884.4", "fall from bed"));
    private static final List<Term> MODERATE10 = List.of(
            icd10("W09.2XXA", "fall from a jungle gym"),
            icd10("V18.0XXA", "cyclist hurt without collision"),
            icd10("W51.XXXA", "bump into another person"),
            icd10("W10.9XXA", "fall on stairs"),
            icd10("V00.131A", "fall from a skateboard"),
            icd10("W17.82XA", "fall out of a grocery cart"));
    private static final List<Term> MODERATE9 = List.of(
            icd9("E884.0", "fall from playground equipment"),
            icd9("E826.1", "cyclist hurt"),
            icd9("E917.0", "struck in sports"),
            icd9("E880.9", "fall on stairs"),
            icd9("E885.2", "fall from a skateboard"));
    private static final List<Term> HIGH10 = List.of(
            icd10("V43.62XA", "car passenger in a collision"),
            icd10("V03.10XA", "pedestrian hit by a car"),
            icd10("W14.XXXA", "fall from a tree"),
            icd10("W13.4XXA", "fall from a window"),
            icd10("V86.69XA", "passenger of an off-road vehicle"));
    private static final List<Term> HIGH9 = List.of(
            icd9("E812.1", "car passenger in a collision"),
            icd9("E814.7", "pedestrian hit by a car"),
            icd9("E882", "fall from a building"),
            icd9("E884.9", "fall from one level to another"));
    private static final List<Term> ABUSE10 =
            List.of(icd10("T74.12XA", "child physical abuse, confirmed"), icd10("Y07.11", "perpetrator"));
    private static final List<Term> ABUSE9 =
            List.of(icd9("995.54", "child physical abuse"), icd9("E967.0", "perpetrator"));
    /** Where and at what: codes that say nothing of energy. */
    private static final Term PLACE10 = icd10("Y92.219", "at school");

    private static final Term PLACE9 = icd9("E849.4", "place of recreation");

    private TraumaCodes() {}

    private static Term icd10(String code, String name) {
        return Term.of(TermVocabulary.ICD10CM, code, name);
    }

    private static Term icd9(String code, String name) {
        return Term.of(TermVocabulary.ICD9CM, code, name);
    }

    /** The external causes of an accident on this day; none when its energy is unknown. */
    static List<Term> of(Energy energy, LocalDate day, Draw draw) {
        boolean icd9 = ChartBuilder.diagnosisVocabulary(day) == TermVocabulary.ICD9CM;
        return switch (energy) {
            case UNKNOWN -> List.of();
            case LOW -> List.of(draw.pick(icd9 ? LOW9 : LOW10));
            case MODERATE -> List.of(draw.pick(icd9 ? MODERATE9 : MODERATE10), icd9 ? PLACE9 : PLACE10);
            case HIGH -> List.of(draw.pick(icd9 ? HIGH9 : HIGH10));
            case ABUSE -> icd9 ? ABUSE9 : ABUSE10;
        };
    }
}
