package org.osteocohort.generate.design;

/** What a made-up child may be diagnosed with, and what that means to the written rules. */
public enum Ailment {
    OSTEOGENESIS_IMPERFECTA(
            Meaning.CAUSE, "osteogenesis_imperfecta", "Q78.0", "756.51", "78314001", "osteogenesis imperfecta"),
    CEREBRAL_PALSY(Meaning.CAUSE, "cerebral_palsy", "G80.0", "343.2", "128188000", "spastic cerebral palsy"),
    LEUKEMIA(Meaning.CAUSE, "cancer", "C91.00", "204.00", "91857003", "acute lymphoblastic leukemia"),
    CROHN(Meaning.CAUSE, "chronic_inflammatory_disease.crohn_ibd", "K50.90", "555.9", "34000006", "Crohn disease"),
    JUVENILE_ARTHRITIS(
            Meaning.CAUSE,
            "chronic_inflammatory_disease.juvenile_arthritis",
            "M08.00",
            "714.30",
            "410502007",
            "juvenile arthritis"),
    TYPE1_DIABETES(Meaning.CAUSE, "type1_diabetes", "E10.9", "250.01", "46635009", "type 1 diabetes"),
    NEPHROTIC_SYNDROME(Meaning.CAUSE, "kidney_disease", "N04.9", "581.9", "52254009", "nephrotic syndrome"),
    PREMATURITY(Meaning.CAUSE, "prematurity", "P07.32", "765.25", "395507008", "born at 29 weeks"),
    BILIARY_ATRESIA(Meaning.CAUSE, "liver_disease", "Q44.2", "751.61", "77480004", "biliary atresia"),
    HOMOCYSTINURIA(
            Meaning.CAUSE, "metabolic_condition.homocystinuria", "E72.11", "270.4", "11282001", "homocystinuria"),
    GAUCHER(Meaning.CAUSE, "metabolic_condition.lysosomal", "E75.22", "272.7", "190794006", "Gaucher disease"),
    MUCOPOLYSACCHARIDOSIS(
            Meaning.CAUSE, "metabolic_condition.lysosomal", "E76.01", "277.5", "23585005", "mucopolysaccharidosis I"),
    HYPERPARATHYROIDISM(
            Meaning.CAUSE, "hyperparathyroidism", "E21.0", "252.01", "36348003", "primary hyperparathyroidism"),
    CUSHING(Meaning.CAUSE, "cushing_syndrome", "E24.0", "255.0", "47270006", "pituitary Cushing disease"),
    ANOREXIA(Meaning.CAUSE, "anorexia_nervosa", "F50.01", "307.1", "56882008", "anorexia nervosa, restricting"),
    COELIAC(Meaning.CAUSE, "malabsorption_syndrome", "K90.0", "579.0", "396331005", "coeliac disease"),
    DUCHENNE(Meaning.LIFESTYLE, "inactivity_immobility", "G71.01", "359.1", null, "Duchenne muscular dystrophy"),
    WHEELCHAIR(Meaning.LIFESTYLE, "inactivity_immobility", "Z99.3", "V46.3", null, "dependence on a wheelchair"),
    SPINA_BIFIDA(Meaning.LIFESTYLE, "inactivity_immobility", "Q05.7", "741.93", null, "lumbar spina bifida"),
    VITAMIN_D_DEFICIENCY(
            Meaning.LIFESTYLE, "calcium_vitamin_d_deficiency", "E55.9", "268.9", "34713006", "vitamin D deficiency"),
    WEIGHT_LOSS(
            Meaning.LIFESTYLE,
            "excess_exercise_energy_imbalance",
            "R63.4",
            "783.21",
            "89362005",
            "abnormal weight loss"),
    OSTEOPOROSIS(Meaning.OSTEOPOROSIS, "osteoporosis_dx", "M81.8", "733.09", "64859006", "other osteoporosis"),
    BONE_CYST(Meaning.LOCAL_DISEASE, null, "M85.421", "733.21", null, "simple bone cyst of the humerus"),
    BONE_CANCER(Meaning.LOCAL_DISEASE, "cancer", "C40.21", "170.7", null, "malignant tumour of a leg bone"),
    SPINE_CANCER(Meaning.LOCAL_DISEASE, "cancer", "C41.2", "170.2", null, "malignant tumour of the spine"),
    ADRENAL_HYPERPLASIA(Meaning.REPLACEMENT, null, "E25.0", "255.2", null, "congenital adrenal hyperplasia"),
    EPILEPSY(Meaning.NONE, null, "G40.909", "345.90", "84757009", "epilepsy"),
    ASTHMA(Meaning.NONE, null, "J45.909", "493.90", "195967001", "asthma"),
    ECZEMA(Meaning.NONE, null, "L20.9", "691.8", "24079001", "atopic eczema"),
    /** Looks like type 1 diabetes to a prefix. */
    PRESYMPTOMATIC_DIABETES(Meaning.NONE, null, "E10.A0", "790.29", null, "presymptomatic type 1 diabetes"),
    /** Without its dot and its vocabulary this is ICD-9-CM E880.1, the fall over a curb. */
    ANTITRYPSIN_DEFICIENCY(Meaning.NONE, null, "E88.01", "273.4", null, "alpha-1 antitrypsin deficiency"),
    OSTEOPENIA(Meaning.NONE, null, "M85.80", "733.90", null, "low bone density without osteoporosis"),
    OBSERVED_AFTER_ACCIDENT(Meaning.NONE, null, "Z04.3", "V71.4", null, "observation after an accident"),
    /** An external cause in its follow-up form: the crash was before, and says nothing of today's fracture. */
    OLD_CRASH(Meaning.NONE, null, "V43.62XD", "E929.0", null, "follow-up after a car crash");

    /** What a diagnosis does under the written rules. */
    public enum Meaning {
        CAUSE,
        LIFESTYLE,
        OSTEOPOROSIS,
        /** A disease of the bone itself; takes out fractures near it, and may be a cancer too. */
        LOCAL_DISEASE,
        /** Hydrocortisone replaces what the body lacks and is no exposure. */
        REPLACEMENT,
        NONE
    }

    private final Meaning meaning;
    private final String item;
    private final String icd10;
    private final String icd9;
    private final String snomed;
    private final String words;

    Ailment(Meaning meaning, String item, String icd10, String icd9, String snomed, String words) {
        this.meaning = meaning;
        this.item = item;
        this.icd10 = icd10;
        this.icd9 = icd9;
        this.snomed = snomed;
        this.words = words;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** The item of the study that it is a cause of; null when it is none. */
    public String item() {
        return item;
    }

    /** Whether the study counts it among the causes of osteoporosis. */
    public boolean cause() {
        return item != null && meaning != Meaning.OSTEOPOROSIS;
    }

    public String icd10() {
        return icd10;
    }

    public String icd9() {
        return icd9;
    }

    /** The standard concept; null when the source maps to none. */
    public String snomed() {
        return snomed;
    }

    public String words() {
        return words;
    }
}
