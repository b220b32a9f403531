package io.redress.cases.files;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * A bucket of anything that speaks the S3 API.
 *
 * @param url of the server; the bucket is a part of the path, not of the host's name
 */
public record S3Config(URI url, String bucket, String region, String accessKey, Secret secretKey) {

    /** Empty without {@code REDRESS_EVIDENCE_S3_URL}; with it the others are required, but for the region. */
    public static Optional<S3Config> from(Env env) {
        if (env.find("REDRESS_EVIDENCE_S3_URL").isEmpty()) {
            return Optional.empty();
        }
        String bucket = env.required("REDRESS_EVIDENCE_S3_BUCKET");
        String region = env.optional("REDRESS_EVIDENCE_S3_REGION", "us-east-1");
        String accessKey = env.required("REDRESS_EVIDENCE_S3_ACCESS_KEY");
        Secret secretKey = env.secret("REDRESS_EVIDENCE_S3_SECRET_KEY");
        return env.httpUrls("REDRESS_EVIDENCE_S3_URL", 1).stream()
                .findFirst()
                .map(url -> new S3Config(url, bucket, region, accessKey, secretKey));
    }
}
