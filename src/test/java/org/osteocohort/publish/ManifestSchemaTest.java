package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what the schema in the jar promises, and the schema leaves nothing open. */
class ManifestSchemaTest {
    @TempDir
    private Path folder;

    static JsonSchema schema() throws IOException {
        try (InputStream input = RunFolder.class.getResourceAsStream("manifest.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(input);
        }
    }

    private ObjectNode manifest() throws IOException {
        TinyRun.publish(OutputFolder.of(folder), TinyRun.NIGHT);
        Path file = folder.resolve("runs").resolve(TinyRun.id(TinyRun.NIGHT)).resolve(RunFolder.MANIFEST);
        return (ObjectNode) new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void aWrittenManifestFollowsTheSchema() throws IOException {
        assertThat(schema().validate(manifest())).isEmpty();
    }

    @Test
    void everyKeyIsRequiredAndNoOtherIsAllowed() throws IOException {
        ObjectNode manifest = manifest();
        List<String> keys = new ArrayList<>();
        manifest.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            ObjectNode without = manifest.deepCopy();
            without.remove(key);
            assertThat(schema().validate(without)).as(key).isNotEmpty();
        }
        manifest.put("more", 1);
        assertThat(schema().validate(manifest)).isNotEmpty();
    }

    @Test
    void everyKeyOfTheSchemaSaysWhatItIsOrIsPlain() throws IOException {
        JsonNode schema = schema().getSchemaNode();
        assertThat(schema.path("properties").size())
                .isEqualTo(schema.path("required").size());
    }
}
