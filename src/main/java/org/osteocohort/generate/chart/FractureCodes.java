package org.osteocohort.generate.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.generate.design.BodySide;
import org.osteocohort.generate.design.Bone;
import org.osteocohort.generate.design.Nature;

/** The codes of one bone's fractures. Stems are checked against the tables named in the code sets. */
record FractureCodes(
        String words,
        List<Stem> traumatic,
        Stem pathologic,
        Stem osteoporotic,
        List<String> icd9,
        String icd9Pathologic,
        String aftercareDigit,
        String lateEffect,
        String snomed,
        String imaging,
        String cast) {
    /**
     * An ICD-10-CM code without its seventh character.
     *
     * @param sides the characters for right, left and unspecified; empty when the code has no side
     */
    record Stem(String start, String sides, String filler, boolean openInjuries) {
        String code(BodySide side, char seventh) {
            String sideCharacter = sides.isEmpty() ? "" : String.valueOf(sides.charAt(side.ordinal()));
            return start + sideCharacter + filler + seventh;
        }
    }

    private static final Stem STRESS = new Stem("M84.36", "129", "", false);
    private static final Stem NEOPLASTIC_FEMUR = new Stem("M84.55", "123", "", false);
    private static final Map<Bone, FractureCodes> BY_BONE = new EnumMap<>(Bone.class);

    static {
        limb(Bone.HUMERUS, "fracture of the humerus", "S42.41 123|S42.30 129", "812.41|812.21", "1", "66308002")
                .with("M84.42 129", "M80.82 129", "733.11", "905.2", "73060", "29105");
        limb(
                        Bone.FOREARM,
                        "fracture of the forearm",
                        "S52.50 129|S52.52 129|S52.20 129",
                        "813.42|813.45|813.22",
                        "2",
                        "75857000")
                .with("M84.43 349", "M80.83 129", "733.12", "905.2", "73090", "29075");
        limb(Bone.FEMUR, "fracture of the femur", "S72.30 129|S72.40 129", "821.01|821.20", "5", "71620000")
                .with("M84.45 123", "M80.85 129", "733.15", "905.4", "73552", "29345");
        limb(Bone.LOWER_LEG, "fracture of the lower leg", "S82.20 129|S82.10 129", "823.20|823.00", "6", "31978002")
                .with("M84.46 129", "M80.86 129", "733.16", "905.4", "73590", "29405");
        limb(Bone.ANKLE, "fracture of a malleolus", "S82.5 123 X|S82.6 123 X", "824.0|824.2", "6", null)
                .with(null, null, null, "905.4", "73610", "29405");
        limb(
                        Bone.VERTEBRA_COMPRESSED,
                        "compression fracture of a vertebra",
                        "S22.080|S32.010|S22.060",
                        "733.13",
                        "7",
                        "42942008")
                .with("M48.54X", "M80.88X", "733.13", "905.1", "72100", null);
        limb(Bone.VERTEBRA_UNSPECIFIED, "fracture of a vertebra", "S32.009|S22.009", "805.4|805.2", "7", "125608002")
                .with(null, null, null, "905.1", "72100", null);
        limb(Bone.VERTEBRA_BURST, "burst fracture of a vertebra", "S32.011|S22.081", "805.4", "7", null)
                .with(null, null, null, "905.1", "72100", null);
        limb(Bone.CLAVICLE, "fracture of the clavicle", "S42.02 123", "810.02", "1", "33173003")
                .with(null, null, null, "905.2", "73000", null);
        limb(Bone.HAND, "fracture of a metacarpal", "S62.30 679", "815.03", "9", null)
                .with(null, null, null, "905.2", "73130", null);
        limb(Bone.FOOT, "fracture of a metatarsal", "S92.35 123", "825.25", "9", "342070009")
                .with(null, null, null, "905.4", "73630", null);
        limb(Bone.RIB, "fracture of a rib", "S22.3 129 X", "807.01", "9", "60667009")
                .with(null, null, null, "905.1", "71100", null);
        limb(Bone.FINGER, "fracture of a finger", "S62.60 019", "816.01", "9", "24424003")
                .with(null, null, null, "905.2", "73140", null);
        limb(Bone.TOE, "fracture of a toe", "S92.51 123", "826.0", "9", "81576005")
                .with(null, null, null, "905.4", "73660", null);
        limb(Bone.SKULL, "fracture of the skull", "S02.0XX", "800.00", "9", "371162008")
                .with(null, null, null, "905.0", "70250", null);
        limb(Bone.NOSE, "fracture of the nose", "S02.2XX", "802.0", "9", "81639003")
                .with(null, null, null, "905.0", "70160", null);
        limb(Bone.TOOTH, "fracture of a tooth", "S02.5XX", "873.63", "9", null)
                .with(null, null, null, "905.0", "70300", null);
    }

    static FractureCodes of(Bone bone) {
        return BY_BONE.get(bone);
    }

    /** The ICD-10-CM stem for a fracture of this nature; {@code choice} picks among several. */
    Stem stem(Nature nature, int choice) {
        return switch (nature) {
            case TRAUMATIC, BIRTH_INJURY -> traumatic.get(choice % traumatic.size());
            case PATHOLOGIC -> pathologic;
            case OSTEOPOROTIC -> osteoporotic;
            case NEOPLASTIC -> NEOPLASTIC_FEMUR;
            case STRESS -> STRESS;
        };
    }

    String icd9(Nature nature, int choice) {
        return switch (nature) {
            case TRAUMATIC -> icd9.get(choice % icd9.size());
            case PATHOLOGIC, OSTEOPOROTIC, NEOPLASTIC -> icd9Pathologic;
            case STRESS -> "733.93";
            case BIRTH_INJURY -> "767.2";
        };
    }

    private static Draft limb(Bone bone, String words, String stems, String icd9, String aftercare, String snomed) {
        return new Draft(bone, words, stems, icd9, aftercare, snomed);
    }

    private record Draft(Bone bone, String words, String stems, String icd9, String aftercare, String snomed) {
        void with(
                String pathologic,
                String osteoporotic,
                String icd9Pathologic,
                String late,
                String imaging,
                String cast) {
            List<Stem> traumatic =
                    List.of(stems.split("\\|")).stream().map(Draft::stem).toList();
            FractureCodes codes = new FractureCodes(
                    words,
                    traumatic,
                    stem(pathologic),
                    stem(osteoporotic),
                    List.of(icd9.split("\\|")),
                    icd9Pathologic,
                    aftercare,
                    late,
                    snomed,
                    imaging,
                    cast);
            BY_BONE.put(bone, codes);
        }

        /** Reads {@code S42.41 123}: the start, the side characters, the filler. */
        private static Stem stem(String text) {
            if (text == null) {
                return null;
            }
            String[] parts = text.split(" ");
            boolean limb = text.startsWith("S42")
                    || text.startsWith("S52")
                    || text.startsWith("S72")
                    || text.startsWith("S82");
            return new Stem(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "", limb);
        }
    }
}
