package io.redress.cases.files;

import io.redress.cases.app.evidence.EvidenceStore;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Bytes in a bucket, under their hash. The client blocks, so that it has threads of its own, as many as calls at a time; a
 * read is a copy in the spool first, of the whole or none.
 */
public final class S3Store implements EvidenceStore {

    private static final int CALLS = 8;
    private static final int COME_BACK_SECONDS = 5;
    /** Shorter than a connection to the database may wait inside of a transaction, in which bytes are removed. */
    private static final Duration ATTEMPT = Duration.ofSeconds(12);

    private static final Duration CALL = Duration.ofSeconds(25);

    private final S3Client client;
    private final String bucket;
    private final EvidenceSpool spool;
    private final WorkerExecutor threads;

    public S3Store(Vertx vertx, S3Config config, EvidenceSpool spool) {
        this.bucket = config.bucket();
        this.spool = spool;
        this.threads = vertx.createSharedWorkerExecutor(
                "evidence-s3", CALLS, CALL.multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
        this.client = S3Client.builder()
                .endpointOverride(config.url())
                .region(Region.of(config.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        config.accessKey(), config.secretKey().value())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                // what not every server knows is left out
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(true)
                        .chunkedEncodingEnabled(false)
                        .build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .build();
    }

    @Override
    public Future<Void> put(Path received, String sha256, long bytes) {
        return call(() -> client.putObject(
                        request -> request.bucket(bucket).key(sha256).contentLength(bytes),
                        RequestBody.fromFile(received)))
                .mapEmpty();
    }

    @Override
    public Future<Optional<Readable>> open(String sha256) {
        return spool.place().compose(copy -> call(() -> copied(sha256, copy))
                .recover(failure -> spool.discard(copy).transform(discarded -> Future.failedFuture(failure))));
    }

    private Optional<Readable> copied(String sha256, Path copy) {
        try {
            client.getObject(
                    request -> request.bucket(bucket).key(sha256), (response, content) -> whole(content, copy, sha256));
            return Optional.of(new Readable(copy, true));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** A connection that breaks off ends like one that is done: what came is what was put only if its hash says so. */
    private static Path whole(InputStream content, Path copy, String sha256)
            throws IOException, NoSuchAlgorithmException {
        DigestInputStream hashed = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
        Files.copy(hashed, copy, StandardCopyOption.REPLACE_EXISTING);
        String came = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        if (!came.equals(sha256)) {
            throw RetryableException.create("what came under " + sha256 + " hashes to " + came);
        }
        return copy;
    }

    @Override
    public Future<Void> remove(String sha256) {
        return call(() -> client.deleteObject(request -> request.bucket(bucket).key(sha256)))
                .mapEmpty();
    }

    private <T> Future<T> call(Callable<T> work) {
        return threads.executeBlocking(work, false)
                .recover(failure ->
                        Future.failedFuture(new PeerUnavailable("the store of evidence", COME_BACK_SECONDS, failure)));
    }
}
