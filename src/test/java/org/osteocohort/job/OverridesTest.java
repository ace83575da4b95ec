package org.osteocohort.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.problem.Problem;

class OverridesTest {
    private static final String FILE = "{name: bones, study: {start: 2016-01-01}, extracts: [{site: a}], local: x.csv}";

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    name                 ! spines     ! {"name":"spines","study":{"start":"2016-01-01"},"extracts":[{"site":"a"}],"local":"x.csv"}
                    study.start          ! 2020-02-29 ! {"name":"bones","study":{"start":"2020-02-29"},"extracts":[{"site":"a"}],"local":"x.csv"}
                    extracts[0].site     ! b          ! {"name":"bones","study":{"start":"2016-01-01"},"extracts":[{"site":"b"}],"local":"x.csv"}
                    extracts[1].site     ! b          ! {"name":"bones","study":{"start":"2016-01-01"},"extracts":[{"site":"a"},{"site":"b"}],"local":"x.csv"}
                    disclosure.threshold ! 5          ! {"name":"bones","study":{"start":"2016-01-01"},"extracts":[{"site":"a"}],"local":"x.csv","disclosure":{"threshold":5}}
                    phenotypes[0]        ! p.yaml     ! {"name":"bones","study":{"start":"2016-01-01"},"extracts":[{"site":"a"}],"local":"x.csv","phenotypes":["p.yaml"]}
                    name                 ! ''         ! {"name":null,"study":{"start":"2016-01-01"},"extracts":[{"site":"a"}],"local":"x.csv"}
                    """)
    void aValueTakesItsPlaceInTheTree(String key, String value, String expected) {
        ObjectNode tree = tree();
        List<Problem> problems = new ArrayList<>();

        Overrides.apply(tree, Map.of(key, value), problems);

        assertThat(problems).isEmpty();
        assertThat(tree).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    12       ! 12
                    1.5      ! 1.5
                    true     ! true
                    yes      ! true
                    maybe    ! "maybe"
                    '"12"'   ! "12"
                    '|'      ! "|"
                    ','      ! ","
                    '[a, 5]' ! ["a",5]
                    '[]'     ! []
                    '[[a]]'  ! [["a"]]
                    '"[a]"'  ! "[a]"
                    '[a'     ! "[a"
                    '[a] b'  ! "[a] b"
                    ' [a]'   ! " [a]"
                    '{a: b}' ! "{a: b}"
                    'a: b'   ! "a: b"
                    'a # b'  ! "a # b"
                    '"open'  ! "\\"open"
                    """)
    void aValueIsReadAsInAFileAndOtherwiseMeansItself(String value, String expected) {
        ObjectNode tree = tree();

        Overrides.apply(tree, Map.of("name", value), new ArrayList<>());

        assertThat(tree.get("name")).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "extracts[2].site, there is no place for '[2]' in the job file",
        "name.first,       there is no place for 'first' in the job file",
        "local[0],         there is no place for '[0]' in the job file",
        "extracts.site,    there is no place for 'site' in the job file",
        "study..start,     'this is no key, expected one such as extracts[0].path'",
        "'',               'this is no key, expected one such as extracts[0].path'",
        "extracts[-1],     'this is no key, expected one such as extracts[0].path'",
        "extracts[99999],  'this is no key, expected one such as extracts[0].path'"
    })
    void aKeyThatLeadsNowhereIsAMistakeAndChangesNothing(String key, String what) {
        ObjectNode tree = tree();
        List<Problem> problems = new ArrayList<>();

        Overrides.apply(tree, Map.of(key, "1"), problems);

        assertThat(problems).containsExactly(new Problem("--set " + key, what));
        assertThat(tree).isEqualTo(tree());
    }

    @Test
    void whatWasSetFirstCanBeBuiltUpon() {
        ObjectNode tree = tree();
        Map<String, String> inOrder = new LinkedHashMap<>();
        inOrder.put("phenotypes[0]", "a.yaml");
        inOrder.put("phenotypes[1]", "b.yaml");

        Overrides.apply(tree, inOrder, new ArrayList<>());

        assertThat(tree.get("phenotypes")).hasToString("[\"a.yaml\",\"b.yaml\"]");
    }

    private static ObjectNode tree() {
        try {
            return (ObjectNode) new YAMLMapper().readTree(FILE);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
