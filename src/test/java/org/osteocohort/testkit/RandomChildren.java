package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.osteocohort.phenotype.Assessment;

/** Assessments of children drawn by a seeded generator, with the skew of real data: common and rare things. */
public final class RandomChildren {
    private static final List<String> CAUSES = List.of(
            "steroids",
            "corticosteroids",
            "cerebral_palsy",
            "metabolic_condition.lysosomal",
            "metabolic_condition.homocystinuria");
    private static final List<String> ROLES =
            List.of("med_cause", "med_cause", "secondary_cause", "secondary_cause", "secondary_cause");
    private static final List<String> TREATMENTS =
            List.of("bisphosphonate.pamidronate", "bisphosphonate.alendronate", "calcium_supplement", "dxa_scan");
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private final Random random;
    private final StringBuilder children =
            new StringBuilder("id|site|sex|birth|precision|race|ethnicity|death|observed\n");
    private final StringBuilder verdicts = new StringBuilder("id|phenotype|class|index|until|etiology|causes\n");
    private final StringBuilder tags = new StringBuilder("id|role|item|start|end|records\n");
    private final StringBuilder fractures = new StringBuilder("id|date|not_counted\n");

    private RandomChildren(long seed) {
        this.random = new Random(seed);
    }

    /** Children of the sites north and south with verdicts of two phenotypes, ISCD_2019 and DX_CODE. */
    public static List<Assessment> of(long seed, int count) {
        RandomChildren drawn = new RandomChildren(seed);
        for (int child = 0; child < count; child++) {
            drawn.draw("c" + child);
        }
        return AssessmentPicture.children(drawn.children.toString())
                .verdicts(drawn.verdicts.toString())
                .tags(drawn.tags.toString())
                .fractures(drawn.fractures.toString())
                .assessments();
    }

    private void draw(String id) {
        LocalDate start = day(0, 800);
        children.append(String.join(
                "|",
                id,
                pick("north", "north", "north", "south"),
                pick("female", "male", "male", "female", "female", "male", "male", "unknown"),
                chance(0.03) ? "-" : day(-6500, 300).toString(),
                pick("day", "day", "day", "day", "month", "year"),
                pick("White", "White", "White", "Black", "Asian", "-"),
                pick("-", "-", "Hispanic"),
                chance(0.02) ? day(300, 1000).toString() : "-",
                start + ".." + start.plusDays(random.nextInt(1500))));
        children.append('\n');
        drawVerdicts(id);
        for (int item = 0; item < CAUSES.size(); item++) {
            if (chance(0.4 / (item + 1))) {
                tag(id, ROLES.get(item), CAUSES.get(item), day(0, 900).toString());
            }
        }
        for (String treatment : TREATMENTS) {
            if (chance(0.3)) {
                tag(id, "treatment", treatment, "-");
            }
        }
    }

    private void drawVerdicts(String id) {
        for (String phenotype : List.of("ISCD_2019", "DX_CODE")) {
            String caseClass = pick("CONFIRMED", "CONFIRMED", "PROBABLE", "SUSPECTED", "NOT_MET", "NOT_MET", "NOT_MET");
            LocalDate index = day(0, 1000);
            boolean met = !caseClass.equals("NOT_MET");
            // Under DX_CODE nobody leaves a class but for a surer one.
            boolean stays = phenotype.equals("DX_CODE");
            if (met && chance(0.3) && !(stays && caseClass.equals("SUSPECTED"))) {
                LocalDate first = index.minusDays(1 + random.nextInt(700));
                LocalDate until = stays || chance(0.5) ? index.minusDays(1) : first;
                String before = stays ? "SUSPECTED" : pick("SUSPECTED", "SUSPECTED", "PROBABLE", "CONFIRMED");
                verdict(id, phenotype, before, first, until.toString());
            }
            boolean leaves = met && !stays && chance(0.2);
            String until = leaves ? index.plusDays(random.nextInt(400)).toString() : "-";
            verdict(id, phenotype, caseClass, index, until);
            if (met) {
                fractures.append(String.join("|", id, index.toString(), "-")).append('\n');
            }
        }
    }

    private void verdict(String id, String phenotype, String caseClass, LocalDate index, String until) {
        verdicts.append(String.join(
                "|",
                id,
                phenotype,
                caseClass,
                caseClass.equals("NOT_MET") ? "-" : index.toString(),
                until,
                pick("SECONDARY", "SECONDARY", "GENETIC", "UNDETERMINED"),
                pick("-", "steroids", "steroids,corticosteroids", "cerebral_palsy")));
        verdicts.append('\n');
    }

    private void tag(String id, String role, String item, String start) {
        tags.append(String.join("|", id, role, item, start, "-", day(0, 1000).toString()));
        tags.append('\n');
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private LocalDate day(int from, int to) {
        return FIRST_DAY.plusDays(from + random.nextInt(to - from));
    }
}
