package io.redress.e2e.planted;

import io.redress.quickstart.suite.ServiceName;
import java.util.List;
import java.util.Set;

/** On the way from a request to its one effect and its answer, and of deadlines. */
final class CommandBugs {

    private static final String KIT = "service-kit";
    private static final String PATH = "io.redress.kit.http.CommandPath";

    private CommandBugs() {}

    static List<Planted> all() {
        return List.of(
                Planted.of(
                        "version-guard-missing",
                        "of two changes to a case at once, the later one undoes the earlier and is not recorded",
                        Exposure.SLOW_POSTGRES,
                        "^I1: .* is OK and has 0 ",
                        Set.of(ServiceName.CASES),
                        Edit.of(
                                "case-service",
                                "io.redress.cases.store.PgCaseFiles",
                                "WHERE case_id = $1 AND version = $2",
                                "WHERE case_id = $1 AND $2::bigint IS NOT NULL"),
                        // without this the history's key would be the guard
                        Edit.of(
                                KIT,
                                "io.redress.kit.pg.WriteStatement",
                                "$14::text[]) AS h WHERE {guards held}",
                                "$14::text[]) AS h WHERE {guards held} ON CONFLICT (subject, sequence) DO NOTHING")),
                Planted.of(
                        "conflict-swallowed",
                        "a command that lost its race is answered as done",
                        Exposure.SLOW_POSTGRES,
                        "^I1: .* is OK and has 0 ",
                        Planted.ALL,
                        Edit.of(KIT, PATH, "return tx.apply(verdict.write()).map(written -> verdict.result());", """
                                return tx.apply(verdict.write())
                                        .recover(failure -> lostRace(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
                                        .map(written -> verdict.result());""")),
                Planted.of(
                        "answered-before-the-commit",
                        "a command with a key is answered as done although its commit is still to come",
                        Exposure.CRASH_POINTS,
                        "openCase, BEFORE_COMMIT: (what had been acknowledged was done anew|acknowledged )",
                        Set.of(ServiceName.CASES),
                        Edit.of(
                                KIT,
                                PATH,
                                "return transactions .inTransaction(call.operationId(), tx -> once(call, tx))",
                                """
                                io.vertx.core.Promise<Result> early = io.vertx.core.Promise.promise();
                                transactions
                                        .inTransaction(
                                                call.operationId(),
                                                tx -> once(call, tx).onSuccess(result -> {
                                                    if (call.key().isPresent()) {
                                                        early.tryComplete(result);
                                                    }
                                                }))
                                        .onSuccess(early::tryComplete)
                                        .onFailure(early::tryFail);
                                return early.future()""")),
                Planted.of(
                        "answer-not-stored",
                        "a request sent again with its key is carried out again",
                        Exposure.REPEATED_KEYS,
                        "^I10: ",
                        Planted.ALL,
                        Edit.of(
                                KIT,
                                PATH,
                                "call.key().isPresent() ? write.with(idempotency.store(call.key().get(), answer)) : write;",
                                "write;")),
                Planted.of(
                        "history-not-linked",
                        "the events of one command do not hang on each other",
                        Exposure.WORKLOAD,
                        "^I4: .*does not link",
                        Planted.ALL,
                        Edit.of(KIT, "io.redress.kit.messaging.EventRecorder", "head = hash;", "")),
                Planted.of(
                        "deadline-done-without-acting",
                        "a deadline passes and nothing happens",
                        Exposure.CLOCK,
                        "^I9: a (window is over and not closed|statement is not deemed|measure is over)",
                        Planted.MESSAGING,
                        Edit.of(
                                KIT,
                                "io.redress.kit.deadlines.DeadlinePoller",
                                "return handler.act( due.subject(), dueAt, context(dueAt).at(step), tx)"
                                        + " .map(done -> true);",
                                "return Future.succeededFuture(true);")));
    }
}
