package io.redress.e2e.workload;

import io.redress.quickstart.story.User;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Does what the contract asks of a caller: a command is sent again with the same key, and the same bytes, while there is
 * no answer, while the answer is 429 or 5xx (after {@code Retry-After}) or says that the first attempt is still running;
 * at most as long as patience lasts. What it says of a command is never more than it knows: a refusal that is not kept
 * under the key proves nothing while an earlier attempt of it may still be on its way.
 */
public final class Client {

    private static final int MOST_ATTEMPTS = 60;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long LONGEST_SECONDS = 5;

    private final Wire wire;
    private final Tokens tokens;
    private final Duration patience;
    private final AnswerWatch watch;

    Client(Wire wire, Tokens tokens, Duration patience, AnswerWatch watch) {
        this.wire = wire;
        this.tokens = tokens;
        this.patience = patience;
        this.watch = watch;
    }

    /** Sends a command until its end is known or patience has. */
    public Settled settle(Command command) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Answer> last = Optional.empty();
        int lost = 0;
        int attempts = 0;
        while (true) {
            attempts++;
            Optional<Answer> answer = Optional.empty();
            try {
                answer = Optional.of(once(command));
                lost += answer.get().status() >= SERVER_ERROR ? 1 : 0;
            } catch (IOException e) {
                lost += neverArrived(e) ? 0 : 1;
            }
            last = answer.isPresent() ? answer : last;
            boolean over = attempts >= MOST_ATTEMPTS || System.nanoTime() > end;
            if (over || answer.filter(one -> !again(command, one)).isPresent()) {
                return new Settled(command, outcome(command, answer, lost), attempts, lost, last);
            }
            pause(answer);
        }
    }

    /** A read, asked again while there is no answer or an error of the server's; empty if patience ends before. */
    Optional<Answer> read(User user, String path) {
        Settled settled = settle(Command.get("read", user, path));
        return settled.outcome() == Outcome.UNKNOWN ? Optional.empty() : settled.answer();
    }

    private Answer once(Command command) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        command.caller().ifPresent(user -> headers.put("Authorization", "Bearer " + tokens.of(user)));
        command.key().ifPresent(key -> headers.put("Idempotency-Key", key));
        command.ifMatch().ifPresent(version -> headers.put("If-Match", version));
        Answer answer = wire.send(command.method(), command.path(), headers, command.body());
        watch.saw(command.caller(), command.method() + " " + command.path(), answer);
        return answer;
    }

    private static boolean again(Command command, Answer answer) {
        return answer.status() >= SERVER_ERROR
                || answer.status() == TOO_MANY
                || answer.code().equals("idempotency-key-running")
                || command.notYet().contains(answer.code());
    }

    private static Outcome outcome(Command command, Optional<Answer> answer, int lost) {
        if (answer.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (answer.get().succeeded()) {
            return Outcome.OK;
        }
        boolean refused = !again(command, answer.get())
                || command.notYet().contains(answer.get().code());
        boolean kept = command.key().isPresent() && Settled.isKept(answer.get());
        return refused && (lost == 0 || kept) ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    private static boolean neverArrived(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    private static void pause(Optional<Answer> answer) {
        Duration asked = answer.flatMap(one -> one.header("Retry-After"))
                .flatMap(Client::seconds)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)))
                .orElse(PAUSE);
        LockSupport.parkNanos(asked.toNanos());
    }

    private static Optional<Long> seconds(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
