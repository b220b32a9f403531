package io.redress.e2e.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Reads of every service through the gateway, and looks at the gateway's breakers, again and again from a thread of its
 * own: how long what a harm brought down stays down. Figures for the reader; nothing is judged by them, since they
 * depend on the machine.
 */
final class Probe implements AutoCloseable {

    private static final List<String> READS =
            List.of("/v1/penalties/pen_none", "/v1/cases/cas_none", "/v1/claims/clm_none", "/v1/notices?limit=1");
    private static final Duration ONE_READ = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SERVER_ERROR = 500;
    private static final String OPEN_BREAKER = "(?s).*\\nredress_breaker_state\\{[^}]*} 2\\.0.*";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ONE_READ)
            .build();
    private final SuiteAddress suite;
    private final String token;
    private final List<Look> looks = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = new Thread(this::look, "probe");

    /**
     * One look at all of it.
     *
     * @param answered every service answered, and not with an error
     * @param open a breaker of the gateway is
     */
    record Look(long began, long ended, boolean answered, boolean open) {

        Duration took() {
            return Duration.ofNanos(ended - began);
        }
    }

    private Probe(SuiteAddress suite, String token) {
        this.suite = suite;
        this.token = token;
    }

    /** Begins to look at a suite that is whole. */
    static Probe start(SuiteAddress suite) {
        JsonNode token = new HttpJson(suite.control(), ONE_READ)
                .sendJson("POST", "/dev/tokens", Map.of(), Map.of("sub", "probe-1", "roles", List.of("integrity")))
                .body();
        Probe probe = new Probe(suite, token.path("access_token").asText());
        probe.thread.setDaemon(true);
        probe.thread.start();
        return probe;
    }

    private void look() {
        while (!over.get()) {
            long began = System.nanoTime();
            boolean answered = readAll();
            long ended = System.nanoTime();
            boolean open = breakerOpen();
            synchronized (looks) {
                looks.add(new Look(began, ended, answered, open));
            }
            Tormentor.pause(PAUSE);
        }
    }

    private boolean readAll() {
        List<CompletableFuture<Boolean>> reads = READS.stream()
                .map(path -> client.sendAsync(
                                HttpRequest.newBuilder(URI.create(suite.gateway() + path))
                                        .timeout(ONE_READ)
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .handle((answer, failure) -> failure == null && answer.statusCode() < SERVER_ERROR))
                .toList();
        return reads.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    }

    private boolean breakerOpen() {
        String origin = suite.management().get(ServiceName.GATEWAY).get(0);
        try {
            HttpRequest page = HttpRequest.newBuilder(URI.create(origin + "/metrics"))
                    .timeout(ONE_READ)
                    .build();
            return client.send(page, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .matches(OPEN_BREAKER);
        } catch (IOException | UncheckedIOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Those that began in this time, in order. */
    List<Look> between(long from, long to) {
        synchronized (looks) {
            return looks.stream()
                    .filter(look -> look.began() >= from && look.began() < to)
                    .toList();
        }
    }

    /** From one time to the end of the first such look after it; empty if there was none before the other time. */
    Optional<Duration> first(long from, long to, Predicate<Look> such) {
        return between(from, to).stream().filter(such).findFirst().map(look -> Duration.ofNanos(look.ended() - from));
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join(2 * ONE_READ.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
