package io.redress.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** An issuer of tokens for tests: a key set, the client-credentials grant for any client, and tokens on request. */
public final class TestIssuer {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final RSAKey key;
    private final ECKey edgeKey;
    private final HttpServer server;

    private TestIssuer(RSAKey key, ECKey edgeKey, HttpServer server) {
        this.key = key;
        this.edgeKey = edgeKey;
        this.server = server;
    }

    /** An issuer of its own, for a test that does not need the shared infrastructure. */
    public static TestIssuer start(Vertx vertx) {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID("test-key")
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            HttpServer server = vertx.createHttpServer();
            ECKey edgeKey = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            TestIssuer issuer = new TestIssuer(key, edgeKey, server);
            server.requestHandler(issuer::handle).listen(0, "127.0.0.1").await();
            return issuer;
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** A member of staff, or a machine. */
    public String staff(String subject, String... roles) {
        return sign(claims(subject, List.of(roles)).build());
    }

    /** A merchant's user. */
    public String merchant(String subject, String merchantId, String... roles) {
        return sign(
                claims(subject, List.of(roles)).claim("merchant_id", merchantId).build());
    }

    /** Its tokens without its server. */
    public TestTokens tokens() {
        return new TestTokens(url(), key, edgeIssuer(), edgeKey);
    }

    /** Claims of a good token, to be spoilt. */
    public JWTClaimsSet.Builder claims(String subject, List<String> roles) {
        return tokens().claims(subject, roles);
    }

    public String sign(JWTClaimsSet claims) {
        return tokens().sign(claims);
    }

    /** The key of this issuer's own tokens, to be abused. */
    public RSAKey key() {
        return key;
    }

    /** The key of the gateway's tokens. */
    public ECKey edgeKey() {
        return edgeKey;
    }

    /** The claim {@code iss} of the gateway's tokens. */
    public String edgeIssuer() {
        return url() + "/edge";
    }

    /** Settings by which a gateway makes such tokens, and services believe them. */
    public Map<String, String> edgeSettings() {
        try {
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    "REDRESS_EDGE_ISSUER",
                    edgeIssuer(),
                    "REDRESS_EDGE_JWKS_URL",
                    url() + "/edge/jwks.json",
                    "REDRESS_EDGE_KEY",
                    base64.encodeToString(edgeKey.toPrivateKey().getEncoded()),
                    "REDRESS_EDGE_PUBLIC_KEYS",
                    base64.encodeToString(edgeKey.toPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot write a key", e);
        }
    }

    /** The gateway's token for an agency's user under a mandate. */
    public String agency(String subject, String merchantId, String mandate) {
        return signEdge(claims(subject, List.of("agency"))
                .issuer(edgeIssuer())
                .claim("merchant_id", merchantId)
                .claim("mandate", mandate)
                .build());
    }

    /** Signs as the gateway does. */
    public String signEdge(JWTClaimsSet claims) {
        return tokens().signEdge(claims);
    }

    private void handle(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json");
        switch (request.path()) {
            case "/jwks.json" -> request.response().end(new JWKSet(key.toPublicJWK()).toString());
            case "/edge/jwks.json" -> request.response().end(new JWKSet(edgeKey.toPublicJWK()).toString());
            case "/token" -> {
                request.setExpectMultipart(true);
                request.endHandler(end -> request.response()
                        .end(new JsonObject()
                                .put("access_token", staff(request.getFormAttribute("client_id"), "machine"))
                                .put("token_type", "Bearer")
                                .put("expires_in", LIFETIME.toSeconds())
                                .encode()));
            }
            default -> request.response().setStatusCode(404).end();
        }
    }
}
