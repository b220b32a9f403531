package io.redress.e2e;

import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.sample.SampleData;
import io.redress.quickstart.story.Stories;
import io.redress.quickstart.story.StoryResult;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.Suite;
import io.redress.quickstart.suite.SuiteConfig;
import io.redress.quickstart.suite.SuiteFile;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.quickstart.suite.SuiteSecrets;
import io.redress.quickstart.trace.Trace;
import io.redress.quickstart.trace.TraceFinder;
import io.redress.testkit.ApiClient;
import io.redress.testkit.SpanCollector;
import io.redress.testkit.TestTokens;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A suite in this JVM, on free ports and with data of its own: one that the tests share, or one for a class alone. */
public final class RunningSuite implements AutoCloseable {

    private static final RunningSuite INSTANCE = new RunningSuite();
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final SuitePorts ports = SuitePorts.free();
    private final SpanCollector spans = SpanCollector.start(Vertx.vertx());
    private final Path data;
    private final Suite suite;
    private final Thread atExit;

    private RunningSuite() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            data = Files.createTempDirectory(target, "suite-");
            suite = new Suite(
                    new SuiteConfig(data, ports, Optional.empty(), Optional.empty()),
                    Map.of("REDRESS_OTEL", "on", "REDRESS_OTEL_ENDPOINT", spans.endpoint()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        atExit = new Thread(suite::close, "stop");
        java.lang.Runtime.getRuntime().addShutdownHook(atExit);
        suite.start();
    }

    /** The suite that all classes share that are run in turn. */
    public static RunningSuite get() {
        return INSTANCE;
    }

    /** A suite of its own for a class with {@link OwnProcesses}, which ends it. */
    public static RunningSuite own() {
        return new RunningSuite();
    }

    @Override
    public void close() {
        java.lang.Runtime.getRuntime().removeShutdownHook(atExit);
        suite.close();
    }

    /** What a telling of a story printed, and how it ended. */
    record Told(StoryResult result, List<String> lines) {}

    Told tell(String story, boolean mirror, Map<String, String> changes) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        HttpJson gateway = new HttpJson(ports.url(ServiceName.GATEWAY), Duration.ofSeconds(30));
        HttpJson control = new HttpJson(ports.controlUrl(), Duration.ofMinutes(5));
        StoryResult result =
                new Stories(gateway, control, out).tell(story, "e" + RUNS.incrementAndGet(), mirror, changes);
        return new Told(result, printed.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** Tells a story; whether each of its facts holds. */
    public boolean holds(String story, boolean mirror, Map<String, String> changes) {
        return tell(story, mirror, changes).result().holds();
    }

    public String gatewayUrl() {
        return ports.url(ServiceName.GATEWAY);
    }

    /** Where a service itself listens; empty for the gateway, and for what is none of the suite's services. */
    public Optional<String> serviceUrl(String name) {
        return ServiceName.find(name)
                .filter(service -> service != ServiceName.GATEWAY)
                .map(ports::url);
    }

    public String issuer() {
        return ports.controlUrl();
    }

    /** Makes tokens with the suite's own keys, for tokens that it would never give. */
    public TestTokens believedTokens() {
        SuiteKeys keys = SuiteKeys.of(data);
        return new TestTokens(issuer(), keys.issuer(), gatewayUrl(), keys.edge());
    }

    /** Where workloads, oracles and faults reach this suite. */
    public SuiteAddress address() {
        return SuiteAddress.of(ports, data);
    }

    /** The sample's organisation, policy, calendars and parties as they were at the start. */
    public void loadSample() {
        new SampleData(
                        new HttpJson(gatewayUrl(), Duration.ofSeconds(30)),
                        new HttpJson(ports.controlUrl(), Duration.ofSeconds(10)))
                .load();
    }

    /** The gateway as nobody. */
    ApiClient gateway() {
        return ApiClient.of(ports.url(ServiceName.GATEWAY));
    }

    /** The gateway as a member of staff or a machine. */
    public ApiClient gateway(String subject, String... roles) {
        return gateway().as(token(subject, roles));
    }

    /** The gateway as a merchant's owner. */
    ApiClient merchant(String merchantId) {
        return gateway().as(merchantToken(merchantId));
    }

    /** A token of a merchant's owner. */
    String merchantToken(String merchantId) {
        JsonObject request = new JsonObject()
                .put("sub", merchantId)
                .put("roles", new JsonArray(List.of("merchant")))
                .put("merchantId", merchantId);
        return token(request);
    }

    /** A token of a member of staff or of a machine. */
    String token(String subject, String... roles) {
        return token(new JsonObject().put("sub", subject).put("roles", new JsonArray(List.of(roles))));
    }

    /** The suite's broker in the hands of its services. */
    public SuiteEvents events() {
        return new SuiteEvents("127.0.0.1:" + ports.kafka(), new SuiteSecrets(data.resolve("secrets.properties")));
    }

    /** The command line that finds this suite; not to be closed, which would end this process. */
    CommandLine commandLine(Path directory) {
        CommandLine line = new CommandLine(directory);
        new SuiteFile(ProcessHandle.current().pid(), ports).write(line.data());
        return line;
    }

    /** A page of a service's management port. */
    String management(ServiceName service, String path) {
        return ApiClient.of("http://127.0.0.1:" + ports.management(service))
                .get(path)
                .text();
    }

    /** What every service's management port says about an id. */
    Trace trace(String id) {
        Map<String, HttpJson> management = new HashMap<>();
        for (ServiceName service : ServiceName.values()) {
            String origin = "http://127.0.0.1:" + ports.management(service);
            management.put(service.service(), new HttpJson(origin, Duration.ofSeconds(10)));
        }
        return new TraceFinder(management).find(id);
    }

    /** What the services, and the gateway, have handed over of their spans. */
    SpanCollector spans() {
        return spans;
    }

    /** Does something while a service is down. */
    public void without(ServiceName service, Runnable deed) {
        suite.stopService(service);
        try {
            deed.run();
        } finally {
            suite.startService(service);
        }
    }

    /** Does something while nobody gives tokens or tells the issuer's keys. */
    void withoutIssuer(Runnable deed) {
        suite.stopIssuer();
        try {
            deed.run();
        } finally {
            suite.startIssuer();
        }
    }

    private String token(JsonObject request) {
        ApiClient.Answer answer = ApiClient.of(ports.controlUrl()).post("/dev/tokens", request);
        return answer.json().getString("access_token");
    }
}
