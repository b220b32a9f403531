package io.redress.kit.http;

import io.redress.kit.command.Caller;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a token says, read strictly: a member of another type than it should have, or outside its bounds, makes the whole
 * token bad. Nothing here is believed before the signature is.
 */
record TokenClaims(JsonObject header, JsonObject claims) {

    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_ROLES = 32;
    /** How far the issuer's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bad() {
            super(null, null, false, false);
        }
    }

    /** @throws RuntimeException if it is no compact JWS whose header and payload are JSON objects */
    static TokenClaims parse(String token) {
        String[] parts = token.split("\\.", -1);
        demand(parts.length == 3);
        TokenClaims parsed = new TokenClaims(object(parts[0]), object(parts[1]));
        // an extension that has to be understood, and none is
        demand(!parsed.header.containsKey("crit"));
        return parsed;
    }

    String algorithm() {
        return text(header, "alg");
    }

    String keyId() {
        String id = text(header, "kid");
        demand(id.length() <= 256);
        return id;
    }

    String issuer() {
        return text(claims, "iss");
    }

    Instant expires() {
        return time("exp").orElseThrow(Bad::new);
    }

    /** @throws RuntimeException unless it is for this audience, and now lies between its beginning and its end */
    void checkFor(String audience, Instant now) {
        Object aud = claims.getValue("aud");
        demand(audience.equals(aud) || (aud instanceof JsonArray list && list.contains(audience)));
        demand(now.isBefore(expires()));
        for (String beginning : Set.of("nbf", "iat")) {
            demand(time(beginning).map(at -> !at.isAfter(now.plus(CLOCK_SKEW))).orElse(true));
        }
    }

    /** @throws RuntimeException if a token of this kind must not say what this one says */
    Caller caller(TrustedIssuer.Kind kind, String token) {
        String subject = text(claims, "sub");
        demand(SUBJECT.matcher(subject).matches());
        Set<String> roles = roles();
        Optional<String> merchant = id("merchant_id");
        String locale = claims.getValue("locale") instanceof String given && given.length() <= 35 ? given : "en";
        return switch (kind) {
            case IDENTITY -> {
                Optional<String> bound = roles.contains("agency") ? Optional.empty() : merchant;
                yield new Caller(subject, roles, bound, locale, token);
            }
            case EDGE -> {
                Optional<String> mandate = id("mandate");
                boolean machine = roles.equals(Set.of("machine")) && merchant.isEmpty() && mandate.isEmpty();
                boolean agency = roles.equals(Set.of("agency")) && merchant.isPresent() && mandate.isPresent();
                demand(machine || agency);
                yield new Caller(subject, roles, merchant, locale, token, mandate);
            }
        };
    }

    private Set<String> roles() {
        Set<String> roles = new HashSet<>();
        if (claims.containsKey("roles")) {
            demand(claims.getValue("roles") instanceof JsonArray list && list.size() <= MAX_ROLES);
            for (Object role : claims.getJsonArray("roles")) {
                demand(role instanceof String);
                roles.add((String) role);
            }
        }
        return roles;
    }

    private Optional<String> id(String claim) {
        Object value = claims.getValue(claim);
        demand(value == null
                || (value instanceof String text && ID.matcher(text).matches()));
        return Optional.ofNullable((String) value);
    }

    private Optional<Instant> time(String claim) {
        Object value = claims.getValue(claim);
        demand(value == null || value instanceof Number);
        return Optional.ofNullable((Number) value).map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }

    private static String text(JsonObject object, String member) {
        Object value = object.getValue(member);
        demand(value instanceof String);
        return (String) value;
    }

    private static JsonObject object(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new Bad();
        }
    }
}
