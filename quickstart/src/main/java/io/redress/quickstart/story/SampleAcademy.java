package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The verifier of the sample programme: it signs what shops achieved. */
final class SampleAcademy {

    static final String ID = "sample-academy";
    static final User SYSTEM = User.machine(ID);

    private final PrivateKey key;

    /**
     * @param key Ed25519, PKCS #8 in base64
     * @throws IllegalArgumentException if it is none
     */
    SampleAcademy(String key) {
        try {
            this.key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 private key (PKCS #8, base64)", e);
        }
    }

    /** That a shop achieved a milestone at an instant, under a reference of its own. */
    Map<String, Object> claim(JsonNode programme, String milestone, String shop, OffsetDateTime achievedAt) {
        String programmeId = programme.path("id").asText();
        String at = achievedAt.toInstant().toString();
        String reference = milestone + "-" + shop;
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("programmeId", programmeId);
        claim.put("milestoneId", milestone);
        claim.put("shopId", shop);
        claim.put("achievedAt", at);
        claim.put("reference", reference);
        claim.put("signature", sign(String.join("\n", programmeId, milestone, shop, "", at, reference)));
        return claim;
    }

    private String sign(String words) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(words.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform cannot sign with Ed25519", e);
        }
    }
}
