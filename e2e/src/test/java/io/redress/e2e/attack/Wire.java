package io.redress.e2e.attack;

import io.redress.testkit.ApiClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends many requests at once over few connections. */
final class Wire implements AutoCloseable {

    private static final int AT_ONCE = 12;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** A request and its answer. */
    record Exchange(Sent sent, Answer answer) {}

    /** In the order of the requests; a request without an answer fails all. */
    List<Exchange> send(List<Sent> requests) {
        List<Callable<Exchange>> work = new ArrayList<>();
        requests.forEach(request -> work.add(() -> new Exchange(request, send(request))));
        try {
            List<Exchange> exchanges = new ArrayList<>();
            for (Future<Exchange> done : senders.invokeAll(work)) {
                exchanges.add(done.get());
            }
            return exchanges;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A connection that the server has closed meanwhile is not the request's fault: it is sent once more. */
    Answer send(Sent sent) throws IOException, InterruptedException {
        try {
            return attempt(sent);
        } catch (IOException closed) {
            try {
                return attempt(sent);
            } catch (IOException e) {
                throw new IOException("no answer to " + sent.what() + " " + sent.method() + " " + sent.target(), e);
            }
        }
    }

    private Answer attempt(Sent sent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sent.base() + sent.target()))
                .timeout(TIMEOUT)
                .method(
                        sent.method(),
                        sent.body().map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()));
        sent.headers().forEach(request::header);
        if (sent.streams()) {
            HttpResponse<InputStream> head = client.send(request.build(), BodyHandlers.ofInputStream());
            boolean ends = head.statusCode() != 200;
            byte[] bytes = ends ? head.body().readAllBytes() : new byte[0];
            head.body().close();
            return new Answer(head.statusCode(), headers(head), bytes);
        }
        HttpResponse<byte[]> whole = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(whole.statusCode(), headers(whole), whole.body());
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    @Override
    public void close() {
        senders.shutdown();
    }
}
