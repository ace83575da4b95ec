package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestDifferencesTest {
    private static final ObjectNode MANIFEST = ManifestDocument.asked(TinyRun.MANIFEST);

    private static ObjectNode changed(String pointer) {
        ObjectNode changed = MANIFEST.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = changed.at(pointer.substring(0, cut));
        ((ObjectNode) parent).put(pointer.substring(cut + 1), "changed");
        return changed;
    }

    @ParameterizedTest
    @CsvSource({
        "/inputs/0/site,                data",
        "/inputs/0/isolated,            data",
        "/inputs/0/files/0/path,        data",
        "/inputs/0/files/0/fingerprint, data",
        "/code_set_digest,              code_sets",
        "/rules_digest,                 rules",
        "/phenotypes/0/sha256,          phenotypes",
        "/engine/osteocohort,           engine",
        "/engine/spark,                 engine",
        "/job/sha256,                   job"
    })
    void whatDecidesNumbersIsNamed(String pointer, String name) {
        assertThat(ManifestDifferences.between(MANIFEST, changed(pointer))).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"/inputs/0/path", "/inputs/0/files/0/modified", "/inputs/0/files/0/bytes", "/last_run_id"})
    void whatDecidesNoNumberIsNot(String pointer) {
        assertThat(ManifestDifferences.between(MANIFEST, changed(pointer))).isEmpty();
    }

    @Test
    void severalAreNamedInAFixedOrder() {
        ObjectNode changed = changed("/job/sha256");
        changed.put("rules_digest", "changed");
        ((ObjectNode) changed.at("/inputs/0/files/0")).put("fingerprint", "changed");
        assertThat(ManifestDifferences.between(MANIFEST, changed)).containsExactly("data", "rules", "job");
    }
}
