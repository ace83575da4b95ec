package org.osteocohort.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.page.view.PageAssets;

/** Style, script and chart library of the page, and the policy that lets a browser run these and nothing else. */
final class Assets {
    /** The build with lines, bars and marks; the full one is half as large again. */
    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

    private Assets() {}

    static PageAssets page() {
        String style = text("report.css");
        String library = text(LIBRARY);
        String script = text("report.js");
        // Charts place their texts by style attributes, which can load and run nothing under this policy.
        String policy = "default-src 'none'; script-src " + hash(library) + " " + hash(script) + "; style-src-elem "
                + hash(style) + "; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        return new PageAssets(policy, style, library, script);
    }

    private static String text(String resource) {
        try (InputStream input = Assets.class.getResourceAsStream(resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String hash(String text) {
        MessageDigest digest = Digest.sha256();
        return "'sha256-" + Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }
}
