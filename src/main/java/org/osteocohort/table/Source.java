package org.osteocohort.table;

/** Published definitions that columns follow, as they are cited. */
public final class Source {
    public static final String SHARE_INTERVAL =
            "Wilson EB, J Am Stat Assoc 1927;22:209; Clopper CJ, Pearson ES, " + "Biometrika 1934;26:404";
    public static final String RATE_INTERVAL = "Garwood F, Biometrika 1936;28:437; Ulm K, Am J Epidemiol 1990;131:373";
    public static final String STANDARDIZED_INTERVAL = "Fay MP, Feuer EJ, Stat Med 1997;16:791";
    public static final String KAPLAN_MEIER = "Kaplan EL, Meier P, J Am Stat Assoc 1958;53:457; Kalbfleisch JD, "
            + "Prentice RL, The Statistical Analysis of Failure Time Data, 1980";
    public static final String KAPPA =
            "Cohen J, Educ Psychol Meas 1960;20:37; Fleiss JL, Cohen J, Everitt BS, Psychol " + "Bull 1969;72:323";
    public static final String COMPARISON =
            "Armitage P, Biometrics 1955;11:375; Katz D et al., Biometrics 1978;34:469; "
                    + "Przyborowski J, Wilenski H, Biometrika 1940;31:313";
    public static final String QUALITY = "Kahn MG et al., eGEMs 2016;4:1244";
    public static final String DENSITY = "ISCD 2019 Official Positions, Pediatric";
    public static final String COHORT = "OMOP Common Data Model 5.4, COHORT";

    private Source() {}
}
