package io.redress.e2e;

import io.redress.infra.FreePorts;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.story.Stories;
import io.redress.quickstart.story.StoryResult;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.Suite;
import io.redress.quickstart.suite.SuiteConfig;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.quickstart.trace.Trace;
import io.redress.quickstart.trace.TraceFinder;
import io.redress.testkit.ApiClient;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One suite for all tests of this JVM, on free ports and with data of its own. */
final class RunningSuite {

    private static final RunningSuite INSTANCE = new RunningSuite();
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final SuitePorts ports = freePorts();
    private final Suite suite;

    private RunningSuite() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            Path data = Files.createTempDirectory(target, "suite-");
            suite = new Suite(new SuiteConfig(data, ports, Optional.empty(), Optional.empty()), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop"));
        suite.start();
    }

    static RunningSuite get() {
        return INSTANCE;
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

    /** The gateway as nobody. */
    ApiClient gateway() {
        return ApiClient.of(ports.url(ServiceName.GATEWAY));
    }

    /** The gateway as a member of staff or a machine. */
    ApiClient gateway(String subject, String... roles) {
        JsonObject request = new JsonObject().put("sub", subject).put("roles", new JsonArray(List.of(roles)));
        return gateway().as(token(request));
    }

    /** The gateway as a merchant's owner. */
    ApiClient merchant(String merchantId) {
        JsonObject request = new JsonObject()
                .put("sub", merchantId)
                .put("roles", new JsonArray(List.of("merchant")))
                .put("merchantId", merchantId);
        return gateway().as(token(request));
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

    private String token(JsonObject request) {
        ApiClient.Answer answer = ApiClient.of(ports.controlUrl()).post("/dev/tokens", request);
        return answer.json().getString("access_token");
    }

    private static SuitePorts freePorts() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(service, FreePorts.next());
            management.put(service, FreePorts.next());
        }
        return new SuitePorts(FreePorts.next(), FreePorts.next(), FreePorts.next(), http, management);
    }
}
