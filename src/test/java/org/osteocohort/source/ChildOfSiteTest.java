package org.osteocohort.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Children of one site, whose rows come in turn, in bytes that are used again. */
class ChildOfSiteTest {
    @Test
    void eachIsNamedAfterItsSiteThoughTheBytesAreUsedAgain() {
        ChildOfSite north = new ChildOfSite("North");
        byte[] bytes = "17".getBytes(StandardCharsets.UTF_8);
        assertThat(north.reword(UTF8String.fromBytes(bytes))).hasToString("North:17");
        assertThat(north.reword(UTF8String.fromBytes(bytes))).hasToString("North:17");
        bytes[1] = '8';
        assertThat(north.reword(UTF8String.fromBytes(bytes))).hasToString("North:18");
        assertThat(north).isEqualTo(new ChildOfSite("North")).isNotEqualTo(new ChildOfSite("South"));
    }
}
