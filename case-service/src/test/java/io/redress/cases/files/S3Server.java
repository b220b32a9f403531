package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.FreePorts;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * S3Proxy, a server that speaks the S3 API and checks signatures, in a process of its own with libraries of its own; its
 * objects are files of a directory and outlive it. The build puts its jar beside the classes.
 */
public final class S3Server implements AutoCloseable {

    static final String BUCKET = "evidence";
    static final String REGION = "us-east-1";
    static final String ACCESS_KEY = "key";
    static final String SECRET_KEY = "secret";

    private static final Path JAR = Path.of("target", "s3-server", "s3proxy.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final int port = FreePorts.next();
    private final S3Client client;
    private ChildProcess process;

    private S3Server(Path directory) {
        this.directory = directory;
        this.client = S3Client.builder()
                .endpointOverride(URI.create(url()))
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build();
    }

    /** Started, with an empty bucket in it. */
    public static S3Server start(Path directory) {
        S3Server server = new S3Server(directory);
        server.start();
        server.client.createBucket(bucket -> bucket.bucket(BUCKET));
        return server;
    }

    /** Starts it again where it was, with what it had. */
    public void start() {
        assertThat(JAR).as("copied there by the build of this module").exists();
        try {
            Path objects = Files.createDirectories(directory.resolve("objects"));
            Path properties = Files.write(
                    directory.resolve("s3proxy.properties"),
                    List.of(
                            "s3proxy.endpoint=" + url(),
                            "s3proxy.authorization=aws-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + SECRET_KEY,
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + objects.toAbsolutePath()));
            process = ChildProcess.of(
                    directory,
                    Map.of(),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toAbsolutePath().toString(),
                            "--properties",
                            properties.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the S3 server").atMost(PATIENCE).until(this::answers);
    }

    private boolean answers() {
        try {
            return ApiClient.of(url()).get("/").status() == 403;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What a service is told to keep its files there. */
    public Map<String, String> settings() {
        return Map.of(
                "REDRESS_EVIDENCE_S3_URL", url(),
                "REDRESS_EVIDENCE_S3_BUCKET", BUCKET,
                "REDRESS_EVIDENCE_S3_ACCESS_KEY", ACCESS_KEY,
                "REDRESS_EVIDENCE_S3_SECRET_KEY", SECRET_KEY);
    }

    /** The keys of all objects. */
    public List<String> keys() {
        return client.listObjectsV2(all -> all.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** As nobody should: an object's content is other than its key says. */
    public void change(String key) {
        client.putObject(one -> one.bucket(BUCKET).key(key), RequestBody.fromString("%PDF-1.4\nAnother document.\n"));
    }

    String object(String key) {
        return client.getObjectAsBytes(one -> one.bucket(BUCKET).key(key)).asUtf8String();
    }

    /** Ends it as a crash does. */
    public void stop() {
        process.close();
    }

    @Override
    public void close() {
        client.close();
        stop();
    }
}
