package org.osteocohort.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportSettingsTest {
    /** Sets have another order in every virtual machine, and what is made of one, as a job's digest, would too. */
    @Test
    void itsSetsHaveOneOrder() {
        ReportSettings settings = new ReportSettings(
                Set.of(PeriodKind.values()),
                List.of(0),
                List.of(),
                List.of(Set.of(StratumColumn.values())),
                PointInPeriod.FIRST_DAY,
                0,
                null,
                0,
                ReportSettings.USUAL.interval());
        assertThat(settings.periods()).containsExactly(PeriodKind.values());
        assertThat(settings.crossings())
                .singleElement()
                .satisfies(columns -> assertThat(columns).containsExactly(StratumColumn.values()));
    }
}
