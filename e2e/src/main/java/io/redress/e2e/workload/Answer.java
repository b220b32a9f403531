package io.redress.e2e.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it came over the wire.
 *
 * @param headers by name in lower case; of several of one name the first
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_NOT_SUCCESS = 300;
    private static final int BRIEF = 200;

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean succeeded() {
        return status >= 200 && status < FIRST_NOT_SUCCESS;
    }

    /** The body as JSON; a missing node if it is none. */
    public JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The problem code of a refusal, or the empty string. */
    public String code() {
        return succeeded() ? "" : json().path("code").asText("");
    }

    /** Whether a client cannot tell the two apart, but for date and request id: status, body bytes, ETag, Location. */
    public boolean sameAs(Answer other) {
        return status == other.status
                && Arrays.equals(body, other.body)
                && header("ETag").equals(other.header("ETag"))
                && header("Location").equals(other.header("Location"));
    }

    /** Everything that {@link #sameAs} looks at, short enough for one line. */
    public String brief() {
        String text = text().strip();
        String shown = text.length() > BRIEF ? text.substring(0, BRIEF) + "…" : text;
        return status + " ETag " + header("ETag").orElse("none") + " Location "
                + header("Location").orElse("none") + " " + shown;
    }
}
