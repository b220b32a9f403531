package io.redress.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the gateway's own tokens, for the services behind it and for nobody else: they last 60 seconds and are used again
 * for the same caller until 15 seconds before their end. Whether the caller may have one is asked anew each time, before.
 */
final class EdgeTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration LEFT_AT_LEAST = Duration.ofSeconds(15);
    private static final int MOST = 10_000;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    /** For whom; the same claims, the same token. */
    private record Claims(String subject, String role, String merchantId, String mandate, String locale) {}

    private record Minted(String token, Instant expires) {}

    private final String issuer;
    private final String audience;
    private final EdgeKeys keys;
    private final MachineClock clock;
    private final Cache<Claims, Minted> minted =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    EdgeTokens(String issuer, String audience, EdgeKeys keys, MachineClock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.keys = keys;
        this.clock = clock;
    }

    /** A machine that showed an API key. */
    Caller machine(String machineId) {
        String token = token(new Claims(machineId, "machine", "", "", "en"));
        return new Caller(machineId, Set.of("machine"), Optional.empty(), "en", token);
    }

    /** An agency's user acting for a merchant, as the merchant has allowed. */
    Caller agency(Caller agency, String merchantId, String mandate) {
        String token = token(new Claims(agency.subject(), "agency", merchantId, mandate, agency.locale()));
        return new Caller(
                agency.subject(),
                Set.of("agency"),
                Optional.of(merchantId),
                agency.locale(),
                token,
                Optional.of(mandate));
    }

    private String token(Claims claims) {
        Instant now = clock.now();
        Minted known = minted.getIfPresent(claims);
        if (known != null && now.plus(LEFT_AT_LEAST).isBefore(known.expires())) {
            return known.token();
        }
        Minted fresh = new Minted(sign(claims, now), now.plus(LIFE));
        minted.put(claims, fresh);
        return fresh.token();
    }

    private String sign(Claims claims, Instant now) {
        JsonObject header =
                new JsonObject().put("alg", "ES256").put("typ", "JWT").put("kid", keys.signingId());
        JsonObject payload = new JsonObject()
                .put("iss", issuer)
                .put("aud", audience)
                .put("sub", claims.subject())
                .put("roles", new JsonArray().add(claims.role()))
                .put("locale", claims.locale())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond());
        if (!claims.mandate().isEmpty()) {
            payload.put("merchant_id", claims.merchantId())
                    .put("mandate", claims.mandate())
                    .put("act", new JsonObject().put("sub", claims.subject()));
        }
        String content = part(header) + "." + part(payload);
        return content + "." + URL.encodeToString(keys.sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(JsonObject object) {
        return URL.encodeToString(object.encode().getBytes(StandardCharsets.UTF_8));
    }
}
