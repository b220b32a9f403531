package io.redress.e2e.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Waits until no service has anything to send, to handle, or to do. */
final class Rest {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int QUIET_LOOKS = 3;

    private final List<HttpJson> management;

    Rest(Stream<String> managementUrls) {
        this.management = managementUrls
                .map(url -> new HttpJson(url, Duration.ofSeconds(10)))
                .toList();
    }

    /** What keeps the suite busy after that time, or nothing. */
    String awaitFor(Duration limit) {
        long start = System.nanoTime();
        int quiet = 0;
        String busy = "";
        while (quiet < QUIET_LOOKS && System.nanoTime() - start < limit.toNanos()) {
            busy = busy();
            quiet = busy.isEmpty() ? quiet + 1 : 0;
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return busy;
    }

    private String busy() {
        StringBuilder busy = new StringBuilder();
        for (HttpJson service : management) {
            try {
                HttpAnswer answer = service.get("/activity", Map.of());
                if (!answer.succeeded() || busy(answer.body())) {
                    busy.append(service.origin())
                            .append(' ')
                            .append(answer.body())
                            .append("; ");
                }
            } catch (UncheckedIOException e) {
                busy.append(e.getMessage()).append("; ");
            }
        }
        return busy.toString();
    }

    private static boolean busy(JsonNode activity) {
        return Stream.of("outboxRows", "consumerLag", "parkedEvents", "outstanding", "dueDeadlines")
                .anyMatch(figure -> activity.path(figure).asLong(1) > 0);
    }
}
