package io.redress.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Properties;

/**
 * The keys that a suite's tokens are signed with, as it keeps them in its data directory.
 *
 * @param issuer of tokens from outside
 * @param edge of the tokens that the gateway makes
 */
record SuiteKeys(RSAKey issuer, ECKey edge) {

    static SuiteKeys of(Path data) {
        Properties secrets = new Properties();
        try (Reader kept = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(kept);
            return new SuiteKeys(
                    JWK.parse(Files.readString(data.resolve("issuer-key.json"))).toRSAKey(), edge(secrets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("the suite keeps no keys", e);
        }
    }

    private static ECKey edge(Properties secrets) throws GeneralSecurityException, JOSEException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] open = base64.decode(secrets.getProperty("edge.public-key"));
        byte[] secret = base64.decode(secrets.getProperty("edge.key"));
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(open)))
                .privateKey((ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(secret)))
                .keyIDFromThumbprint()
                .build();
    }
}
