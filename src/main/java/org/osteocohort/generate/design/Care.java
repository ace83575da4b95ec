package org.osteocohort.generate.design;

/** An evaluation or therapy that is coded as a procedure. */
public enum Care {
    NUTRITION("nutrition_evaluation", "97802", "nutrition therapy, first visit"),
    PHYSICAL_THERAPY("pt_evaluation", "97161", "physical therapy evaluation"),
    EXERCISE("weight_bearing_exercise", "97110", "therapeutic exercise"),
    SKELETAL_SURVEY(null, "77075", "X-ray survey of all bones"),
    SPINE_FILM(null, "72100", "X-ray of the lumbar spine"),
    /** An X-ray of a forearm that turns out not to be broken. */
    FOREARM_FILM(null, "73090", "X-ray of the forearm");

    private final String treatment;
    private final String cpt;
    private final String words;

    Care(String treatment, String cpt, String words) {
        this.treatment = treatment;
        this.cpt = cpt;
        this.words = words;
    }

    /** The item of the study's treatment list; null when it is work-up. */
    public String treatment() {
        return treatment;
    }

    public String cpt() {
        return cpt;
    }

    public String words() {
        return words;
    }
}
