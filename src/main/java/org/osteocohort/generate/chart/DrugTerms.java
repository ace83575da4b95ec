package org.osteocohort.generate.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.generate.design.Drug;

/** Drug products as terms: RxNorm product, made-up NDC, and the billing codes of two infusions. */
final class DrugTerms {
    private static final Map<String, String> INGREDIENT_NAMES = Map.ofEntries(
            Map.entry("8640", "prednisone"),
            Map.entry("8638", "prednisolone"),
            Map.entry("3264", "dexamethasone"),
            Map.entry("22396", "deflazacort"),
            Map.entry("5492", "hydrocortisone"),
            Map.entry("8183", "phenytoin"),
            Map.entry("266856", "divalproex sodium"),
            Map.entry("114477", "levetiracetam"),
            Map.entry("72236", "fosphenytoin"),
            Map.entry("6851", "methotrexate"),
            Map.entry("1256", "azathioprine"),
            Map.entry("103", "mercaptopurine"),
            Map.entry("191831", "infliximab"),
            Map.entry("19831", "budesonide"),
            Map.entry("10759", "triamcinolone"),
            Map.entry("42316", "tacrolimus"),
            Map.entry("86009", "insulin lispro"),
            Map.entry("77655", "zoledronic acid"),
            Map.entry("11473", "pamidronate"),
            Map.entry("46041", "alendronate"),
            Map.entry("1897", "calcium carbonate"),
            Map.entry("2418", "cholecalciferol"),
            Map.entry("723", "amoxicillin"),
            Map.entry("5640", "ibuprofen"),
            Map.entry("20610", "cetirizine"),
            Map.entry("435", "albuterol"));
    /** Made up: no labeler has this number. */
    private static final String NDC_LABELER = "99999";

    private static final Map<Drug, Term> PRODUCTS = new EnumMap<>(Drug.class);
    private static final Map<Drug, Term> PACKAGES = new EnumMap<>(Drug.class);
    private static final Map<Drug, Term> BILLED = Map.of(
            Drug.ZOLEDRONIC_ACID, Term.of(TermVocabulary.HCPCS, "J3489", "zoledronic acid, per 1 mg"),
            Drug.PAMIDRONATE, Term.of(TermVocabulary.HCPCS, "J2430", "pamidronate, per 30 mg"));

    static {
        for (Drug drug : Drug.values()) {
            List<Term> ingredients = drug.ingredients().stream()
                    .map(code -> Term.of(TermVocabulary.RXNORM, code, INGREDIENT_NAMES.get(code)))
                    .toList();
            Term product = new Term(TermVocabulary.RXNORM, drug.productCode(), drug.product(), null, ingredients);
            PRODUCTS.put(drug, product);
            String ndc = NDC_LABELER + drug.productCode().substring(2);
            PACKAGES.put(drug, new Term(TermVocabulary.NDC, ndc, drug.product(), product, List.of()));
        }
    }

    private DrugTerms() {}

    static Term product(Drug drug) {
        return PRODUCTS.get(drug);
    }

    /** The package's National Drug Code, which maps to the product. */
    static Term nationalDrugCode(Drug drug) {
        return PACKAGES.get(drug);
    }

    /** The billing code of an infusion; null when there is none. */
    static Term billed(Drug drug) {
        return BILLED.get(drug);
    }
}
