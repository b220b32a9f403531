package io.redress.quickstart.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * One answer.
 *
 * @param body the JSON body; a text node if it is not JSON; a missing node if there is none
 */
public record HttpAnswer(int status, JsonNode body, HttpHeaders headers) {

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The problem code of a refusal, or the empty string. */
    public String code() {
        return body.path("code").asText("");
    }

    /** Status and code or body, short enough for one line. */
    public String brief() {
        if (succeeded()) {
            return String.valueOf(status);
        }
        String what = code().isEmpty()
                ? body.toString()
                : code() + " " + body.path("detail").asText("");
        String line = status + " " + what.strip();
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
