package io.redress.kit.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.redress.kit.outcome.Refusal;
import java.util.List;
import java.util.Map;

/** A failure as RFC 9457 problem details. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<Violation> errors,
        @JsonIgnore Map<String, String> attributes) {

    /**
     * One thing that is wrong with the request.
     *
     * @param pointer JSON pointer into the body, or the name of a header or parameter
     */
    public record Violation(String pointer, String detail) {}

    @JsonAnyGetter
    public Map<String, String> members() {
        return attributes;
    }

    /** The same under a title in another language. */
    Problem titled(String other) {
        return new Problem(type, other, status, detail, instance, code, requestId, errors, attributes);
    }

    static Problem of(ProblemType type, String detail, List<Violation> errors, String instance, String requestId) {
        return new Problem(
                "/problems/" + type.code(),
                type.title(),
                type.status(),
                detail,
                instance,
                type.code(),
                requestId,
                errors.isEmpty() ? null : errors,
                Map.of());
    }

    static Problem of(Refusal refusal, String instance, String requestId) {
        String code = refusal.code().code();
        String title = Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
        return new Problem(
                "/problems/" + code,
                title,
                ProblemType.statusOf(refusal.code().kind()),
                refusal.detail(),
                instance,
                code,
                requestId,
                refusal.wrong().isEmpty()
                        ? null
                        : refusal.wrong().stream()
                                .map(wrong -> new Violation(wrong.pointer(), wrong.detail()))
                                .toList(),
                refusal.attributes());
    }
}
