package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.job.JobReader;
import org.osteocohort.source.FaultRule;
import org.osteocohort.testkit.ShippedStudy;

class ResultCheckTest {
    private static final ResultCheck CHECK =
            new ResultCheck(Study.of(JobReader.read(ShippedStudy.FOLDER.resolve("sample.yaml"), Map.of())));

    private static SourceRow.Event event(String code, Double value, String unit) {
        return new SourceRow.Event(
                EventDomain.MEASUREMENT,
                LocalDate.parse("2020-02-29"),
                null,
                new CodeKey(Vocabulary.LOINC, code),
                List.of(),
                CodeResolution.SOURCE_CODE,
                null,
                false,
                null,
                new NumericResult(value, unit),
                new SourceReference("measurement", "1"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "8302-2, 120,   cm,     -",
                "8302-2, 121,   cm,     -",
                "8302-2, 120,   ' CM ', -",
                "8302-2, 1200,  cm,     OUT_OF_RANGE",
                "8302-2, 120,   mmol/L, WRONG_UNIT",
                "8302-2, -,     mmol/L, -",
                "1-8,    99999, mmol/L, -",
            })
    void aNumberIsJudgedByItsCodeAndUnitHoweverOftenItIsAsked(String code, Double value, String unit, FaultRule fault) {
        for (int time = 0; time < 2; time++) {
            assertThat(CHECK.faultOf(event(code, value, unit))).isEqualTo(Optional.ofNullable(fault));
        }
    }
}
