package org.osteocohort.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.page.section.CauseSection;
import org.osteocohort.page.section.CohortFlowSection;
import org.osteocohort.page.section.ComparisonSection;
import org.osteocohort.page.section.CoverageSection;
import org.osteocohort.page.section.DefinitionSections;
import org.osteocohort.page.section.FollowUpSections;
import org.osteocohort.page.section.FractureSection;
import org.osteocohort.page.section.Headline;
import org.osteocohort.page.section.HiddenSection;
import org.osteocohort.page.section.PublishedTables;
import org.osteocohort.page.section.QualitySection;
import org.osteocohort.page.section.RateSections;
import org.osteocohort.page.section.StudyFacts;
import org.osteocohort.page.view.PageView;
import org.osteocohort.page.view.Section;
import org.osteocohort.phenotype.Phenotype;

/** {@code report.html}: the published tables for people, in one file. The same tables give the same bytes. */
public final class ReportPage {
    /** The file's name in a run. */
    public static final String FILE_NAME = "report.html";

    private static final String TEMPLATE = "report.jte";
    private static final String GENERATED = "org.osteocohort.page.template";

    private ReportPage() {}

    /**
     * Writes the page into a folder.
     *
     * @param phenotypes in the order of the job; the first answers the questions of the headline
     * @param tables after disclosure control
     * @throws IOException when the file cannot be written
     */
    public static void write(Path folder, StudyFacts facts, List<Phenotype> phenotypes, List<TableRows<?>> tables)
            throws IOException {
        String html = html(facts, phenotypes, new PublishedTables(tables));
        Files.writeString(folder.resolve(FILE_NAME), html, StandardCharsets.UTF_8);
    }

    static String html(StudyFacts facts, List<Phenotype> phenotypes, PublishedTables tables) {
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, ReportPage.class.getClassLoader(), GENERATED);
        StringOutput output = new StringOutput();
        templates.render(TEMPLATE, view(facts, phenotypes, tables), output);
        return output.toString();
    }

    private static PageView view(StudyFacts facts, List<Phenotype> phenotypes, PublishedTables tables) {
        String first = phenotypes.get(0).name();
        Headline headline = new Headline(tables, first);
        return new PageView(
                facts.name(),
                facts.lines(),
                headline.answers(),
                headline.overview(),
                sections(facts, phenotypes, tables),
                facts.identity(),
                Assets.page());
    }

    private static List<Section> sections(StudyFacts facts, List<Phenotype> phenotypes, PublishedTables tables) {
        List<String> names = phenotypes.stream().map(Phenotype::name).toList();
        List<Section> sections = new ArrayList<>();
        sections.add(CohortFlowSection.of(tables));
        sections.add(RateSections.prevalence(tables));
        sections.add(RateSections.incidence(tables));
        sections.add(CauseSection.of(tables, names));
        sections.add(CoverageSection.of(tables, names));
        sections.add(FollowUpSections.timeToTreatment(tables));
        sections.add(FollowUpSections.persistence(tables));
        sections.add(FractureSection.of(tables));
        sections.add(ComparisonSection.of(tables));
        sections.add(QualitySection.of(tables));
        sections.add(HiddenSection.of(tables, facts.threshold()));
        sections.add(DefinitionSections.definitions(phenotypes));
        sections.add(DefinitionSections.limits());
        return sections;
    }
}
