package io.redress.gateway.access;

import io.redress.kit.config.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of the tokens that the gateway makes (ECDSA on P-256). One signs; its public half and any others, of the key
 * before or the key to come, are published. A key's id is its RFC 7638 thumbprint.
 */
public final class EdgeKeys {

    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";
    private static final int COORDINATE_BYTES = 32;
    private static final int P256_BITS = 256;
    private static final int MAX_PUBLISHED = 16;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey signing;
    private final String signingId;
    private final Map<String, Object> keySet;

    private EdgeKeys(PrivateKey signing, String signingId, Map<String, Object> keySet) {
        this.signing = signing;
        this.signingId = signingId;
        this.keySet = keySet;
    }

    /**
     * @param privateKey PKCS #8 in base64
     * @param publicKeys X.509 in base64, comma separated: the signing key's own and up to 15 more
     * @throws IllegalArgumentException if they are not such keys, or none of the public keys is the private key's
     */
    public static EdgeKeys of(Secret privateKey, String publicKeys) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            PrivateKey signing = factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(privateKey.value())));
            String own = "";
            List<Map<String, Object>> published = new ArrayList<>();
            for (String text : publicKeys.split(",", -1)) {
                ECPublicKey key = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(decoded(text)));
                if (key.getParams().getCurve().getField().getFieldSize() != P256_BITS) {
                    throw new IllegalArgumentException("a public key is not on P-256");
                }
                Map<String, Object> jwk = jwk(key);
                published.add(jwk);
                if (own.isEmpty() && belong(signing, key)) {
                    own = (String) jwk.get("kid");
                }
            }
            if (own.isEmpty() || published.size() > MAX_PUBLISHED) {
                throw new IllegalArgumentException("the private key's own public key is not among at most 16");
            }
            return new EdgeKeys(signing, own, Map.of("keys", List.copyOf(published)));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("not a key of an elliptic curve", e);
        }
    }

    /** The public keys as a JSON Web Key Set. */
    Map<String, Object> keySet() {
        return keySet;
    }

    /** The key id that goes into a token's header. */
    String signingId() {
        return signingId;
    }

    /** An ES256 signature as RFC 7518 has it. */
    byte[] sign(byte[] content) {
        try {
            return signature(signing, content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    private static boolean belong(PrivateKey signing, ECPublicKey key) throws GeneralSecurityException {
        byte[] content = {1};
        Signature verifying = Signature.getInstance(SIGNATURE);
        verifying.initVerify(key);
        verifying.update(content);
        return verifying.verify(signature(signing, content));
    }

    private static byte[] signature(PrivateKey signing, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SIGNATURE);
        signature.initSign(signing);
        signature.update(content);
        return signature.sign();
    }

    private static Map<String, Object> jwk(ECPublicKey key) throws GeneralSecurityException {
        String x = coordinate(key.getW().getAffineX());
        String y = coordinate(key.getW().getAffineY());
        String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
        byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("kid", URL.encodeToString(thumbprint));
        jwk.put("alg", "ES256");
        jwk.put("use", "sig");
        jwk.put("crv", "P-256");
        jwk.put("x", x);
        jwk.put("y", y);
        return jwk;
    }

    /** Big-endian, of fixed length: what {@link BigInteger} gives may be one byte longer, or shorter. */
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        byte[] digits = bytes.length > COORDINATE_BYTES ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        System.arraycopy(digits, 0, fixed, COORDINATE_BYTES - digits.length, digits.length);
        return URL.encodeToString(fixed);
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }
}
