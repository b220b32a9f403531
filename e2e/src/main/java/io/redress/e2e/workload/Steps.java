package io.redress.e2e.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.story.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What a journey does at the gateway, all of it noted. Some commands are drawn to be sent by several clients at once,
 * to be replayed, or to be contradicted under the same key; all of that leaves one effect.
 */
final class Steps {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TWINS = 3;
    private static final int HUNDRED = 100;
    private static final int SENT_BY_TWINS = 15;
    private static final int REPLAYED = 30;
    private static final int CONTRADICTED = 45;
    private static final int MOST_TURNS = 5;
    private static final String STALE = "version-conflict";
    private static final User READER = User.staff("int-1", "integrity");

    private final Plan plan;
    private final Client client;
    private final History history;
    private final ExecutorService twins;
    private final Duration patience;

    /** @param twins runs the clients that send the same command at once; more threads than there are journeys */
    Steps(Plan plan, Client client, History history, ExecutorService twins, Duration patience) {
        this.plan = plan;
        this.client = client;
        this.history = history;
        this.twins = twins;
        this.patience = patience;
    }

    /** A command without which the journey cannot go on. */
    Answer accepted(Command command) {
        Settled settled = carryOut(command);
        if (settled.outcome() != Outcome.OK) {
            throw over(settled);
        }
        return settled.answer().orElseThrow();
    }

    /** A command that is to be refused with this code, and by which nothing changes. */
    void refused(Command command, String code) {
        history.note(client.settle(command.expecting(code)));
    }

    /** The same, decided on the version that there is now; decided again when somebody else was faster. */
    void refusedMove(Command command, String resource, String code) {
        for (int turn = 1; turn <= MOST_TURNS; turn++) {
            Command decided = (turn == 1 ? command : command.again(turn))
                    .decidedOn(version(READER, resource))
                    .expecting(code, STALE);
            Settled settled = client.settle(decided);
            history.note(settled);
            if (!settled.end().equals(Optional.of(STALE))) {
                return;
            }
        }
        throw new JourneyOver(command + ": others keep changing it");
    }

    /**
     * A command on an existing resource, decided on the version that there is now; decided again, as a command of its
     * own, when somebody else was faster.
     */
    Answer move(Command command, String resource) {
        return move(command, resource, version(READER, resource));
    }

    /** The same by several people at the same time, all of them decided on one version: all but one are too late. */
    void moveTogether(List<Command> commands, String resource) {
        String version = version(READER, resource);
        together(commands.stream()
                .<Runnable>map(command -> () -> move(command, resource, version))
                .toList());
    }

    private Answer move(Command command, String resource, String seen) {
        String version = seen;
        for (int turn = 1; turn <= MOST_TURNS; turn++) {
            Command decided = (turn == 1 ? command : command.again(turn))
                    .decidedOn(version)
                    .expecting(Command.ACCEPTED, STALE);
            Settled settled = carryOut(decided);
            if (settled.outcome() == Outcome.OK) {
                return settled.answer().orElseThrow();
            }
            if (!settled.end().equals(Optional.of(STALE))) {
                throw over(settled);
            }
            version = version(READER, resource);
        }
        throw new JourneyOver(command + ": others keep changing it");
    }

    /** What several people do at the same time; returns when all of it is done. */
    void together(List<Runnable> deeds) {
        List<CompletableFuture<Void>> begun = deeds.stream()
                .map(deed -> CompletableFuture.runAsync(deed, twins))
                .toList();
        try {
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof JourneyOver over ? over : e;
        }
    }

    /** What is there and may be seen. */
    JsonNode read(User user, String path) {
        return known(user, path).json();
    }

    String version(User user, String path) {
        return known(user, path).header("ETag").orElseThrow(() -> new JourneyOver("no ETag on " + path));
    }

    /** Somebody who may not know of it looks for it. */
    void hidden(String step, User stranger, String path) {
        Command look = Command.get(plan.name() + "-" + step, stranger, path);
        history.note(client.settle(look.expecting("not-found")));
    }

    /** Waits for what comes true in its own time. */
    <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            seen = look.get();
        }
        return seen.orElseThrow(() -> new JourneyOver(plan.name() + ": " + what + " has not come true"));
    }

    private Answer known(User user, String path) {
        return client.read(user, path)
                .filter(Answer::succeeded)
                .orElseThrow(() -> new JourneyOver(plan.name() + ": " + path + " cannot be read"));
    }

    private Settled carryOut(Command command) {
        int drawn = plan.dice(command.id()).nextInt(HUNDRED);
        Settled settled = drawn < SENT_BY_TWINS ? atOnce(command) : client.settle(command);
        history.note(settled);
        if (settled.outcome() == Outcome.OK && command.key().isPresent()) {
            if (drawn >= SENT_BY_TWINS && drawn < REPLAYED) {
                compare(settled, client.settle(command));
            } else if (drawn >= REPLAYED
                    && drawn < CONTRADICTED
                    && !command.body().isEmpty()) {
                history.note(client.settle(command.contradicted()));
            }
        }
        return settled;
    }

    private Settled atOnce(Command command) {
        List<CompletableFuture<Settled>> sent = new ArrayList<>();
        for (int i = 0; i < TWINS; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> client.settle(command), twins));
        }
        List<Settled> all = sent.stream().map(CompletableFuture::join).toList();
        Settled first = all.get(0);
        for (Settled twin : all.subList(1, all.size())) {
            if (command.key().isPresent()) {
                compare(first, twin);
            }
            first = first.with(twin);
        }
        return first;
    }

    /** Two ends of one command under one key are the same, if both are known. */
    private void compare(Settled first, Settled second) {
        if (first.replayable() && second.outcome() != Outcome.UNKNOWN) {
            Answer one = first.answer().orElseThrow();
            Answer other = second.answer().orElseThrow();
            if (!one.sameAs(other)) {
                history.differed(first.command(), one, other);
            }
        }
    }

    private static JourneyOver over(Settled settled) {
        return new JourneyOver(settled.command() + " ended " + settled.outcome() + " after " + settled.attempts()
                + " attempts: " + settled.answer().map(Answer::brief).orElse("no answer"));
    }
}
