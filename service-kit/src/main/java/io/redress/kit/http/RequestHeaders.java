package io.redress.kit.http;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request says about itself beside its body: whether it came before, and which version it was made for. */
final class RequestHeaders {

    private static final Pattern IF_MATCH = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private RequestHeaders() {}

    /** Problems: IDEMPOTENCY_KEY_MISSING, VALIDATION_FAILED. */
    static Optional<String> idempotencyKey(RoutingContext routing, OperationRules rules) {
        if (!rules.needsIdempotencyKey()) {
            return Optional.empty();
        }
        String key = routing.request().getHeader("Idempotency-Key");
        if (key == null || key.isBlank()) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_MISSING, "send an Idempotency-Key of your own making");
        }
        if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "a header is not valid",
                    List.of(new Problem.Violation("Idempotency-Key", "1 to 128 visible ASCII characters")));
        }
        return Optional.of(key);
    }

    /** Problems: PRECONDITION_REQUIRED, VALIDATION_FAILED. */
    static OptionalLong ifMatch(RoutingContext routing, OperationRules rules) {
        String header = routing.request().getHeader("If-Match");
        if (header == null) {
            if (rules.needsIfMatch()) {
                throw new ProblemException(
                        ProblemType.PRECONDITION_REQUIRED, "send If-Match with the ETag that you last saw");
            }
            return OptionalLong.empty();
        }
        Matcher matcher = IF_MATCH.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "a header is not valid",
                    List.of(new Problem.Violation("If-Match", "one strong ETag of this resource, such as \"3\"")));
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    /** Under one idempotency key it has to be the same: SHA-256 of target and body. */
    static byte[] identity(RoutingContext routing, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(routing.request().uri().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return sha.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
