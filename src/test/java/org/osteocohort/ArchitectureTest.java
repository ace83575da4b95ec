package org.osteocohort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.osteocohort.source.Extracts;

/** The shape of the house: packages follow the patient from left to right, and the clinical core knows no engine. */
@AnalyzeClasses(packages = "org.osteocohort", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.osteocohort";

    @ArchTest
    static final ArchRule packagesFormNoCycles = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader follows the patient in one direction");

    @ArchTest
    static final ArchRule theClinicalCoreKnowsNoEngine = noClasses()
            .that()
            .resideInAnyPackage(packages(
                    "codes",
                    "ehr",
                    "tag",
                    "fracture",
                    "density",
                    "exposure",
                    "phenotype",
                    "measure",
                    "disclosure",
                    "trends",
                    "job",
                    "table",
                    "report",
                    "page",
                    "explain",
                    "yaml",
                    "fingerprint",
                    "publish",
                    "problem",
                    "statistics",
                    "generate"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..")
            .because("clinical logic and counting are plain Java, tested in milliseconds");

    @ArchTest
    static final ArchRule dependenciesPointFromLeftToRight = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("words")
            .definedBy(packages("problem", "yaml", "table", "parquet", "statistics", "fingerprint"))
            .layer("asked")
            .definedBy(packages("job", "codes"))
            .layer("ehr")
            .definedBy(packages("ehr"))
            .layer("source")
            .definedBy(packages("source"))
            .layer("findings")
            .definedBy(packages("tag", "fracture", "density", "exposure"))
            .layer("phenotype")
            .definedBy(packages("phenotype"))
            .layer("measure")
            .definedBy(packages("measure"))
            .layer("disclosure")
            .definedBy(packages("disclosure"))
            .layer("trends")
            .definedBy(packages("trends"))
            .layer("report")
            .definedBy(packages("report"))
            .layer("page")
            .definedBy(packages("page"))
            .layer("publish")
            .definedBy(packages("publish"))
            .layer("assess")
            .definedBy(packages("assess"))
            .layer("cache")
            .definedBy(packages("cache"))
            .layer("study")
            .definedBy(ROOT)
            .layer("generate")
            .definedBy(packages("generate"))
            .layer("explain")
            .definedBy(packages("explain"))
            .layer("inspect")
            .definedBy(packages("inspect"))
            .layer("cli")
            .definedBy(packages("cli"))
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("generate")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("inspect")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("explain")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("study")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("study", "cli")
            .whereLayer("cache")
            .mayOnlyBeAccessedByLayers("study")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("cache", "assess", "study", "inspect", "cli")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("study")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("cache", "assess", "study", "explain", "cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("page", "publish", "assess", "study", "explain", "cli")
            .whereLayer("trends")
            .mayOnlyBeAccessedByLayers("report", "study", "cli")
            .whereLayer("disclosure")
            .mayOnlyBeAccessedByLayers("report", "page", "publish", "assess", "study", "cli")
            .whereLayer("measure")
            .mayOnlyBeAccessedByLayers(
                    "disclosure", "trends", "report", "page", "publish", "cache", "assess", "study", "cli")
            .whereLayer("phenotype")
            .mayOnlyBeAccessedByLayers(
                    "measure",
                    "disclosure",
                    "report",
                    "page",
                    "publish",
                    "assess",
                    "study",
                    "explain",
                    "cli",
                    "generate")
            .because("a line knows its room by where the patient is");

    @ArchTest
    static final ArchRule noSourceKnowsTheListOfSources = noClasses()
            .that()
            .resideInAPackage(ROOT + ".source.*..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Extracts.class.getName())
            .because("a further format is added in one place, and the arrow to it has no way back");

    /** Who brings something of a distributed table to the driver, and what bounds it. */
    private static final Map<String, String> ON_THE_DRIVER = Map.of(
            "assess.AssessmentStage", "the cells of the reports",
            "assess.ChangedChildren", "Reassessment.MOST_CHANGED hashes of eight bytes",
            "source.files.LookupTable", "rows of a vocabulary that the code sets ask for",
            "source.files.TextParts", "a number for each part of a file",
            "inspect.PersonScan", "one row of numbers",
            "inspect.ExtractScan", "counts by table, year and code");

    private static final DescribedPredicate<JavaMethodCall> BRING_ROWS_TO_THE_DRIVER =
            DescribedPredicate.describe("bring rows to the driver", call -> {
                String owner = call.getTargetOwner().getPackageName();
                return (owner.startsWith("org.apache.spark.sql")
                                || owner.equals("org.apache.spark.api.java")
                                || owner.equals("org.apache.spark.rdd"))
                        && call.getName()
                                .matches("(collect|take|treeReduce|treeAggregate|countBy|toLocal).*"
                                        + "|reduce|fold|aggregate|head|tail|first|top|isEmpty");
            });

    private static final DescribedPredicate<JavaClass> NAMED_FOR_IT = DescribedPredicate.describe(
            "are named for it",
            type -> ON_THE_DRIVER.containsKey(type.getFullName().replace(ROOT + ".", "")));

    @ArchTest
    static final ArchRule nobodyElseBringsRowsToTheDriver = noClasses()
            .that(DescribedPredicate.not(NAMED_FOR_IT))
            .should()
            .callMethodWhere(BRING_ROWS_TO_THE_DRIVER)
            .because("the driver's memory must not grow with the children");

    @ArchTest
    static final ArchRule whoIsNamedForItBringsRowsToTheDriver =
            classes().that(NAMED_FOR_IT).should().callMethodWhere(BRING_ROWS_TO_THE_DRIVER);

    @ArchTest
    static final ArchRule statisticsKnowNoChildren = classes()
            .that()
            .resideInAnyPackage(packages("statistics"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.apache.commons..", ROOT + ".statistics..", ROOT + ".problem..")
            .because("a formula is judged by numbers alone");

    @ArchTest
    static final ArchRule nothingIsNamedAfterNothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name says what a thing is");

    @ArchTest
    static final ArchRule recordsAndFinalClassesOnly = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
            .because("nothing here is made to be extended");

    private static String[] packages(String... names) {
        String[] packages = new String[names.length];
        for (int position = 0; position < names.length; position++) {
            packages[position] = ROOT + "." + names[position] + "..";
        }
        return packages;
    }
}
