package io.redress.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.redress.kit.boot.MachineClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tokens that nobody may take, each with one thing wrong, by what is wrong. Apart from it each is for a caller who may do
 * everything, so that whoever takes it is found out.
 */
public final class HostileTokens {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final List<String> ROLES = List.of("operator", "integrity", "machine");
    private static final int HUGE = 9_000;

    private final TestTokens issuer;
    private final String attacker;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private HostileTokens(TestTokens issuer, String attacker) {
        this.issuer = issuer;
        this.attacker = attacker;
    }

    /**
     * @param issuer believed, as is its edge
     * @param attacker address of a server that some tokens want to be asked for a key
     */
    public static Map<String, String> of(TestTokens issuer, String attacker) {
        HostileTokens made = new HostileTokens(issuer, attacker);
        try {
            made.claims();
            made.algorithms();
            made.keys();
            made.issuers();
            made.forms();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a hostile token", e);
        }
        return made.tokens;
    }

    private void claims() {
        Instant now = MachineClock.system().now();
        put("expired", good().expirationTime(Date.from(now.minusSeconds(1))));
        put("without expiry", good().expirationTime(null));
        put("not yet valid", good().notBeforeTime(Date.from(now.plusSeconds(60))));
        put("issued in the future", good().issueTime(Date.from(now.plusSeconds(60))));
        put("for another audience", good().audience("somebody-else"));
        put("for no audience", good().audience((String) null));
        put("of another issuer", good().issuer("https://issuer.test"));
        put("of no issuer", good().issuer(null));
        put("without a subject", good().subject(null));
        put("subject too long", good().subject("s".repeat(65)));
        put("subject with a line feed", good().subject("op-1\nroot"));
        put("roles as a text", good().claim("roles", "operator"));
        put("roles that are numbers", good().claim("roles", List.of(1)));
        put("merchant with a quote", good().claim("merchant_id", "m-1' OR '1'='1"));
        put("huge", good().claim("filler", "x".repeat(HUGE)));
        tokens.put("expiry as a text", signed(payload().put("exp", "4102444800")));
        tokens.put("expiry beyond all time", signed(payload().put("exp", 1e300)));
        tokens.put("payload is a list", signed(new JsonArray().add(1).encode()));
    }

    private void algorithms() throws JOSEException {
        String none = part(new JsonObject().put("alg", "none")) + "." + part(payload()) + ".";
        tokens.put("alg none", none);
        JsonObject header = new JsonObject().put("kid", issuer.key().getKeyID());
        String signature = signed(payload()).split("\\.")[2];
        for (String algorithm : List.of("none", "None", "NONE", "", "RS1", "RS512", "ES256")) {
            String head = part(header.copy().put("alg", algorithm));
            tokens.put("alg '" + algorithm + "' with a signature", head + "." + part(payload()) + "." + signature);
        }
        tokens.put("alg is a number", part(header.copy().put("alg", 5)) + "." + part(payload()) + "." + signature);
        byte[] der = issuer.key().toPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        hmac("HS256 with the public key (DER) as the secret", der);
        hmac("HS256 with the public key (PEM) as the secret", pem.getBytes(StandardCharsets.US_ASCII));
        hmac("HS256 with the modulus as the secret", issuer.key().getModulus().decode());
    }

    private void keys() throws JOSEException {
        RSAKey own = new RSAKeyGenerator(2048).keyID("attackers-key").generate();
        URI address = URI.create(attacker + "/jwks.json");
        signed("unknown key", header("attackers-key"), own);
        signed("another key under a known id", header(issuer.key().getKeyID()), own);
        signed("key id is a path", header("../../../../dev/null"), own);
        signed("key id is SQL", header("x' UNION SELECT 'secret' --"), own);
        signed("key id is an address", header(address.toString()), own);
        signed("key id too long", header("k".repeat(2_000)), own);
        signed("jku", header("attackers-key").jwkURL(address), own);
        signed("jku under a known id", header(issuer.key().getKeyID()).jwkURL(address), own);
        signed("x5u", header("attackers-key").x509CertURL(address), own);
        signed("embedded key", header(issuer.key().getKeyID()).jwk(own.toPublicJWK()), own);
        signed(
                "critical extension",
                header(issuer.key().getKeyID()).criticalParams(Set.of("b64")).base64URLEncodePayload(true),
                issuer.key());
        tokens.put("without key id", signed(new JsonObject().put("alg", "RS256"), payload()));
    }

    private void issuers() throws JOSEException {
        tokens.put("of the gateway, signed by the issuer", issuer.sign(machine().build()));
        SignedJWT wrong = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(issuer.edgeKey().getKeyID())
                        .build(),
                good().build());
        wrong.sign(new ECDSASigner(issuer.edgeKey()));
        tokens.put("of the issuer, signed by the gateway", wrong.serialize());
        edge("of the gateway with a role of staff", machine().claim("roles", List.of("operator")));
        edge("of the gateway with one role of staff among others", machine().claim("roles", ROLES));
        edge(
                "of the gateway for a merchant",
                machine().claim("roles", List.of("merchant")).claim("merchant_id", "m-1"));
        edge("of the gateway for a machine of a merchant", machine().claim("merchant_id", "m-1"));
        edge(
                "of the gateway for an agency without mandate",
                machine().claim("roles", List.of("agency")).claim("merchant_id", "m-1"));
        edge(
                "of the gateway for an agency without merchant",
                machine().claim("roles", List.of("agency")).claim("mandate", "man_1"));
        edge("of the gateway for nobody", machine().claim("roles", List.of()));
    }

    private void forms() {
        String good = signed(payload());
        String[] parts = good.split("\\.");
        String forged = part(payload().put("sub", "root"));
        tokens.put("changed after signing", parts[0] + "." + forged + "." + parts[2]);
        tokens.put("without a signature", parts[0] + "." + parts[1] + ".");
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("five parts", good + ".x.y");
        tokens.put("garbage", "gar.ba.ge");
        tokens.put("dots", "..");
        tokens.put("not base64", "%%%.%%%.%%%");
        tokens.put("a basic password", "b3A6b3A=");
    }

    private JWTClaimsSet.Builder good() {
        return issuer.claims("op-1", ROLES);
    }

    private JWTClaimsSet.Builder machine() {
        return issuer.claims("op-1", List.of("machine")).issuer(issuer.edgeIssuer());
    }

    private JsonObject payload() {
        return new JsonObject(good().build().toString());
    }

    private void put(String what, JWTClaimsSet.Builder claims) {
        tokens.put(what, issuer.sign(claims.build()));
    }

    private void edge(String what, JWTClaimsSet.Builder claims) {
        tokens.put(what, issuer.signEdge(claims.build()));
    }

    private void hmac(String what, byte[] secret) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                good().build());
        token.sign(new MACSigner(secret));
        tokens.put(what, token.serialize());
    }

    private void signed(String what, JWSHeader.Builder header, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), good().build());
        token.sign(new RSASSASigner(key));
        tokens.put(what, token.serialize());
    }

    private static JWSHeader.Builder header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId);
    }

    private String signed(JsonObject payload) {
        return signed(payload.encode());
    }

    private String signed(String payload) {
        return signed(
                new JsonObject().put("alg", "RS256").put("kid", issuer.key().getKeyID()), payload);
    }

    private String signed(JsonObject header, JsonObject payload) {
        return signed(header, payload.encode());
    }

    private String signed(JsonObject header, String payload) {
        try {
            String content = part(header) + "." + URL.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
            java.security.Signature signature = java.security.Signature.getInstance("SHA256withRSA");
            signature.initSign(issuer.key().toPrivateKey());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (java.security.GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static String part(JsonObject object) {
        return URL.encodeToString(object.encode().getBytes(StandardCharsets.UTF_8));
    }
}
