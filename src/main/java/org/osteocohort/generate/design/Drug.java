package org.osteocohort.generate.design;

import java.util.List;

/**
 * A drug product. Its name is written as RxNorm writes names, since dose and route are read from it; its own code is a
 * placeholder, the ingredient codes are real.
 */
public enum Drug {
    PREDNISONE(Item.STEROIDS, Way.ORAL, 60, 2, "prednisone 5 MG Oral Tablet", "8640"),
    PREDNISOLONE(Item.STEROIDS, Way.ORAL, 90, 5, "prednisolone 3 MG/ML Oral Solution", "8638"),
    DEXAMETHASONE(Item.STEROIDS, Way.ORAL, 30, 1, "dexamethasone 4 MG Oral Tablet", "3264"),
    DEFLAZACORT(Item.STEROIDS, Way.ORAL, 90, 1, "deflazacort 18 MG Oral Tablet", "22396"),
    HYDROCORTISONE(Item.STEROIDS, Way.ORAL, 90, 3, "hydrocortisone 5 MG Oral Tablet", "5492"),
    PHENYTOIN(Item.ANTICONVULSANTS, Way.ORAL, 90, 3, "phenytoin 50 MG Chewable Tablet", "8183"),
    DIVALPROEX(
            Item.ANTICONVULSANTS, Way.ORAL, 90, 4, "divalproex sodium 125 MG Delayed Release Oral Capsule", "266856"),
    LEVETIRACETAM(Item.ANTICONVULSANTS, Way.ORAL, 90, 8, "levetiracetam 100 MG/ML Oral Solution", "114477"),
    FOSPHENYTOIN(Item.ANTICONVULSANTS, Way.INFUSION, 1, 5, "fosphenytoin sodium 75 MG/ML Injectable Solution", "72236"),
    METHOTREXATE(Item.IMMUNOSUPPRESSANTS, Way.ORAL, 56, 1, "methotrexate 2.5 MG Oral Tablet", "6851"),
    AZATHIOPRINE(Item.IMMUNOSUPPRESSANTS, Way.ORAL, 90, 1, "azathioprine 50 MG Oral Tablet", "1256"),
    MERCAPTOPURINE(Item.IMMUNOSUPPRESSANTS, Way.ORAL, 90, 1, "mercaptopurine 50 MG Oral Tablet", "103"),
    INFLIXIMAB(Item.IMMUNOSUPPRESSANTS, Way.INFUSION, 56, 2, "infliximab 100 MG Injection", "191831"),
    BUDESONIDE_INHALED(Item.NONE, Way.INHALED, 60, 4, "budesonide 0.25 MG/ML Inhalation Suspension", "19831"),
    TRIAMCINOLONE_CREAM(Item.NONE, Way.TOPICAL, 30, 2, "triamcinolone acetonide 1 MG/ML Topical Cream", "10759"),
    TACROLIMUS_OINTMENT(Item.NONE, Way.TOPICAL, 30, 1, "tacrolimus 0.001 MG/MG Topical Ointment", "42316"),
    DEXAMETHASONE_EYE_DROPS(Item.NONE, Way.EYE, 10, 1, "dexamethasone 1 MG/ML Ophthalmic Suspension", "3264"),
    INSULIN(Item.NONE, Way.SUBCUTANEOUS, 90, 1, "insulin lispro 100 UNT/ML Injectable Solution", "86009"),
    ZOLEDRONIC_ACID(
            Item.ZOLEDRONIC_ACID, Way.INFUSION, 180, 1, "zoledronic acid 0.05 MG/ML Injectable Solution", "77655"),
    PAMIDRONATE(Item.PAMIDRONATE, Way.INFUSION, 90, 1, "pamidronate disodium 3 MG/ML Injectable Solution", "11473"),
    ALENDRONATE(Item.ALENDRONATE, Way.ORAL, 84, 0.142857, "alendronate 35 MG Oral Tablet", "46041"),
    CALCIUM(Item.CALCIUM, Way.ORAL, 90, 2, "calcium carbonate 500 MG Chewable Tablet", "1897"),
    VITAMIN_D(Item.VITAMIN_D, Way.ORAL, 90, 1, "cholecalciferol 1000 UNT Oral Tablet", "2418"),
    CALCIUM_WITH_VITAMIN_D(
            Item.CALCIUM_AND_VITAMIN_D,
            Way.ORAL,
            90,
            1,
            "calcium carbonate 600 MG / cholecalciferol 400 UNT Oral Tablet",
            "1897",
            "2418"),
    AMOXICILLIN(Item.NONE, Way.ORAL, 10, 12, "amoxicillin 80 MG/ML Oral Suspension", "723"),
    IBUPROFEN(Item.NONE, Way.ORAL, 7, 15, "ibuprofen 20 MG/ML Oral Suspension", "5640"),
    CETIRIZINE(Item.NONE, Way.ORAL, 30, 1, "cetirizine 10 MG Oral Tablet", "20610"),
    ALBUTEROL(Item.NONE, Way.INHALED, 30, 2, "albuterol 0.83 MG/ML Inhalation Solution", "435");

    /** How a product is given. */
    public enum Way {
        ORAL,
        INFUSION,
        SUBCUTANEOUS,
        INHALED,
        TOPICAL,
        EYE
    }

    /** What a product is to the study. */
    public enum Item {
        STEROIDS(List.of("corticosteroids", "steroids"), List.of()),
        ANTICONVULSANTS(List.of("anticonvulsants"), List.of()),
        IMMUNOSUPPRESSANTS(List.of("immunosuppressive_medications"), List.of()),
        ZOLEDRONIC_ACID(List.of(), List.of("bisphosphonate.zoledronic_acid")),
        PAMIDRONATE(List.of(), List.of("bisphosphonate.pamidronate")),
        ALENDRONATE(List.of(), List.of("bisphosphonate.alendronate")),
        CALCIUM(List.of(), List.of("calcium_supplement")),
        VITAMIN_D(List.of(), List.of("vitamin_d_supplement")),
        CALCIUM_AND_VITAMIN_D(List.of(), List.of("calcium_supplement", "vitamin_d_supplement")),
        NONE(List.of(), List.of());

        private final List<String> medications;
        private final List<String> treatments;

        Item(List<String> medications, List<String> treatments) {
            this.medications = medications;
            this.treatments = treatments;
        }

        /** The items of the study that long use of it is a cause under. */
        public List<String> medications() {
            return medications;
        }

        /** The items of the study's treatment list. */
        public List<String> treatments() {
            return treatments;
        }
    }

    /** Placeholder codes of products start here; RxNorm has none so high. */
    private static final int FIRST_PRODUCT_CODE = 90_000_001;

    private final Item item;
    private final Way way;
    private final int daysPerRecord;
    private final double unitsPerDay;
    private final String product;
    private final List<String> ingredients;

    Drug(Item item, Way way, int daysPerRecord, double unitsPerDay, String product, String... ingredients) {
        this.item = item;
        this.way = way;
        this.daysPerRecord = daysPerRecord;
        this.unitsPerDay = unitsPerDay;
        this.product = product;
        this.ingredients = List.of(ingredients);
    }

    public Item item() {
        return item;
    }

    public Way way() {
        return way;
    }

    /** Days that one supply lasts, or days from one infusion to the next. */
    public int daysPerRecord() {
        return daysPerRecord;
    }

    /** Tablets, millilitres or vials, in a day or in an infusion. */
    public double unitsPerDay() {
        return unitsPerDay;
    }

    public String product() {
        return product;
    }

    public String productCode() {
        return String.valueOf(FIRST_PRODUCT_CODE + ordinal());
    }

    /** RxNorm codes. */
    public List<String> ingredients() {
        return ingredients;
    }

    public boolean bisphosphonate() {
        return item.treatments().stream().anyMatch(treatment -> treatment.startsWith("bisphosphonate."));
    }
}
