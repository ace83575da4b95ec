package org.osteocohort.phenotype;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.testkit.RandomHistories;
import org.osteocohort.testkit.ShippedStudy;

/**
 * How many patients one core assesses in a second of its own time: a measurement to compare two states of the code on one machine, and
 * no test. The histories are dense with fractures, drugs and scans; real ones are longer and thinner.
 */
final class AssessorSpeed {
    private static final int PATIENTS = 2_000;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 15;
    private static final double NANOS_PER_SECOND = 1e9;

    private AssessorSpeed() {}

    public static void main(String[] arguments) {
        List<PatientHistory> histories = RandomHistories.of(1, PATIENTS);
        long events =
                histories.stream().mapToLong(history -> history.events().size()).sum();
        Assessor assessor = ShippedStudy.assessor("urmc-seed", "iscd-2019", "ward-broad", "dx-code");
        System.out.printf(Locale.ROOT, "%d patients, %.1f events each%n", PATIENTS, (double) events / PATIENTS);
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        double best = 0;
        long verdicts = 0;
        for (int round = 1; round <= WARM_UP_ROUNDS + ROUNDS; round++) {
            long started = cpu.getCurrentThreadCpuTime();
            for (PatientHistory history : histories) {
                verdicts += assessor.assess(history).verdicts().size();
            }
            double seconds = (cpu.getCurrentThreadCpuTime() - started) / NANOS_PER_SECOND;
            best = round <= WARM_UP_ROUNDS ? 0 : Math.max(best, PATIENTS / seconds);
        }
        // The best round is the one that other work on the machine disturbed least.
        System.out.printf(Locale.ROOT, "%.0f patients a second in the best of %d rounds%n", best, ROUNDS);
        // Printed so that no compiler may leave the work out.
        System.out.println(verdicts + " verdicts");
    }
}
