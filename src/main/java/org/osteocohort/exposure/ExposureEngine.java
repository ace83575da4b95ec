package org.osteocohort.exposure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.osteocohort.exposure.DrugClass.ChronicUseRule;
import org.osteocohort.exposure.DrugClass.RepeatedCoursesRule;
import org.osteocohort.tag.CodedHistory;

/**
 * Makes eras of a child's drug records.
 *
 * <p>A record ends on its recorded end; else when its days' supply runs out; else with the product's window of effect;
 * else on the day it starts. Records of one ingredient are one era while the next starts within the gap after the last
 * one's end and observation was not interrupted. Chronic use is judged over all ingredients of an item together.
 */
public final class ExposureEngine {
    private static final Comparator<DrugEra> BY_ITEM_AND_TIME = Comparator.comparing(DrugEra::item)
            .thenComparing(DrugEra::start)
            .thenComparing(DrugEra::ingredient)
            .thenComparing(DrugEra::end);

    private final DrugRules rules;

    public ExposureEngine(DrugRules rules) {
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /** The child's eras, one per item, ingredient and unbroken span, by item and then in order of time. */
    public List<DrugEra> eras(CodedHistory history) {
        Map<String, List<DrugRecord>> byItem = new DrugRecordFinder(rules, history).byItem();
        if (byItem.isEmpty()) {
            return List.of();
        }
        WeightRecords weights = new WeightRecords(history);
        ObservationSpans observation = new ObservationSpans(history.history());
        List<DrugEra> eras = new ArrayList<>();
        byItem.forEach((item, records) -> {
            DrugClass drugClass = classOf(item);
            SuppliedDays chronicOn = chronicOn(drugClass, records);
            byIngredient(records)
                    .values()
                    .forEach(ofIngredient -> runs(ofIngredient, drugClass, observation)
                            .forEach(run -> eras.add(era(item, run, chronicOn, weights))));
        });
        eras.sort(BY_ITEM_AND_TIME);
        return List.copyOf(eras);
    }

    /** When the use of an item's drugs was chronic; empty when it never was, and for a class without such a rule. */
    public Optional<ChronicUse> chronicUse(String item, List<DrugEra> eras) {
        return rules.classOf(item).flatMap(drugClass -> {
            SuppliedDays days = chronicOn(drugClass, records(item, drugClass, eras));
            return days.none() ? Optional.empty() : Optional.of(new ChronicUse(item, days.spans()));
        });
    }

    /** Whether the child had the number of courses that the item's class asks; empty for a class that asks none. */
    public Optional<RepeatedCourses> repeatedCourses(String item, List<DrugEra> eras) {
        return rules.classOf(item)
                .filter(drugClass -> drugClass.repeatedCourses() != null)
                .flatMap(drugClass -> {
                    RepeatedCoursesRule rule = drugClass.repeatedCourses();
                    List<Course> courses = courses(records(item, drugClass, eras), drugClass);
                    return courses.size() < rule.courses()
                            ? Optional.empty()
                            : Optional.of(new RepeatedCourses(
                                    item,
                                    courses.size(),
                                    courses.get(rule.courses() - 1).start(),
                                    courses.get(courses.size() - 1).end()));
                });
    }

    /** Whether an era's ingredient speeds up the liver's breakdown of vitamin D. */
    public boolean enzymeInducer(DrugEra era) {
        return classOf(era.item()).ingredients().stream()
                .anyMatch(ingredient ->
                        ingredient.enzymeInducer() && ingredient.label().equals(era.ingredient()));
    }

    private DrugClass classOf(String item) {
        return rules.classOf(item).orElseThrow(() -> new IllegalArgumentException("no rules for the item " + item));
    }

    private SuppliedDays chronicOn(DrugClass drugClass, List<DrugRecord> records) {
        ChronicUseRule rule = drugClass.chronicUse();
        if (rule == null) {
            return SuppliedDays.NONE;
        }
        int bridgedGap = rule.countBridgedDays() ? drugClass.gapDays() : 1;
        return SuppliedDays.of(records, bridgedGap).chronicOn(rule);
    }

    /** The records behind the eras of an item, in order of time. */
    private List<DrugRecord> records(String item, DrugClass drugClass, List<DrugEra> eras) {
        return eras.stream()
                .filter(era -> era.item().equals(item))
                .flatMap(era -> era.records().stream())
                .map(coded -> DrugRecord.of(coded, DrugRecordFinder.ingredient(coded, drugClass), rules))
                .sorted(DrugRecord.CHRONOLOGICAL)
                .toList();
    }

    private static Map<String, List<DrugRecord>> byIngredient(List<DrugRecord> records) {
        Map<String, List<DrugRecord>> byIngredient = new TreeMap<>();
        for (DrugRecord record : records) {
            byIngredient
                    .computeIfAbsent(record.ingredient().label(), label -> new ArrayList<>())
                    .add(record);
        }
        return byIngredient;
    }

    /** Cuts the records of one ingredient where the gap is too long or observation was interrupted. */
    private static List<List<DrugRecord>> runs(
            List<DrugRecord> chronological, DrugClass drugClass, ObservationSpans observation) {
        List<List<DrugRecord>> runs = new ArrayList<>();
        LocalDate start = null;
        LocalDate end = null;
        for (DrugRecord record : chronological) {
            boolean joins = end != null
                    && ChronoUnit.DAYS.between(end, record.start()) <= drugClass.gapDays(record.ingredient())
                    && !observation.interrupted(start, record.start());
            if (!joins) {
                runs.add(new ArrayList<>());
                start = record.start();
                end = record.end();
            }
            end = record.end().isAfter(end) ? record.end() : end;
            runs.get(runs.size() - 1).add(record);
        }
        return runs;
    }

    private DrugEra era(String item, List<DrugRecord> run, SuppliedDays chronicOn, WeightRecords weights) {
        LocalDate start = run.get(0).start();
        DrugRecord last = run.stream()
                .max(Comparator.comparing(DrugRecord::end)
                        .thenComparing(DrugRecord::endSource, Comparator.reverseOrder()))
                .orElseThrow();
        int days = SuppliedDays.of(run, 1).count();
        Double cumulative = EraDose.cumulativeMilligrams(run);
        boolean daily = cumulative != null && run.stream().allMatch(DrugRecord::tellsDailyDose);
        Double dailyMilligrams = daily ? Double.valueOf(cumulative / days) : null;
        Double factor = run.get(0).ingredient().prednisoneFactor();
        Double kilograms = weights.near(start, last.end(), rules.weightWindowDays());
        return new DrugEra(
                item,
                run.get(0).ingredient().label(),
                start,
                last.end(),
                days,
                last.endSource(),
                dailyMilligrams,
                cumulative,
                cumulative == null || factor == null ? null : Double.valueOf(cumulative * factor),
                perKilogram(dailyMilligrams, factor, kilograms),
                chronicOn.anyWithin(start, last.end()),
                run.stream().map(DrugRecord::coded).toList());
    }

    private static Double perKilogram(Double dailyMilligrams, Double factor, Double kilograms) {
        if (dailyMilligrams == null || kilograms == null) {
            return null;
        }
        return dailyMilligrams * (factor == null ? 1 : factor) / kilograms;
    }

    /** One course: records of any ingredient that the class's gap bridges. */
    private record Course(LocalDate start, LocalDate end) {}

    private static List<Course> courses(List<DrugRecord> chronological, DrugClass drugClass) {
        List<Course> courses = new ArrayList<>();
        for (DrugRecord record : chronological) {
            if (!drugClass.repeatedCourses().routes().contains(record.route())) {
                continue;
            }
            Course last = courses.isEmpty() ? null : courses.get(courses.size() - 1);
            if (last == null || ChronoUnit.DAYS.between(last.end(), record.start()) > drugClass.gapDays()) {
                courses.add(new Course(record.start(), record.end()));
            } else if (record.end().isAfter(last.end())) {
                courses.set(courses.size() - 1, new Course(last.start(), record.end()));
            }
        }
        return courses;
    }
}
