package io.redress.e2e.workload;

import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.story.User;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A token for each user, asked for once. Tokens live twelve hours; a workload does not go on longer. */
final class Tokens {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Map<User, String> known = new ConcurrentHashMap<>();
    private final HttpJson control;
    private final Duration patience;

    Tokens(HttpJson control, Duration patience) {
        this.control = control;
        this.patience = patience;
    }

    /** @throws IllegalStateException if nobody gives one for as long as patience lasts */
    String of(User user) {
        String token = known.get(user);
        if (token == null) {
            token = issued(user);
            known.put(user, token);
        }
        return token;
    }

    private String issued(User user) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("sub", user.subject());
        request.put("roles", List.copyOf(user.roles()));
        user.merchantId().ifPresent(id -> request.put("merchantId", id));
        long end = System.nanoTime() + patience.toNanos();
        Optional<HttpAnswer> answer = ask(request);
        while (answer.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = ask(request);
        }
        return answer.orElseThrow(() -> new IllegalStateException("nobody gives a token for " + user.subject()))
                .body()
                .path("access_token")
                .asText();
    }

    private Optional<HttpAnswer> ask(Map<String, Object> request) {
        try {
            return Optional.of(control.sendJson("POST", "/dev/tokens", Map.of(), request))
                    .filter(HttpAnswer::succeeded);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
