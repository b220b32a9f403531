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
                        "of two changes to an appeal window at once, the later one undoes the earlier",
                        Exposure.SLOW_POSTGRES,
                        Set.of(ServiceName.CASES),
                        Edit.of(
                                "case-service",
                                "io.redress.cases.store.PgAppealWindows",
                                "WHERE penalty_id = $1 AND version = $2",
                                "WHERE penalty_id = $1 AND $2::bigint IS NOT NULL")),
                Planted.of(
                        "conflict-swallowed",
                        "a command that lost its race is answered as done",
                        Exposure.SLOW_POSTGRES,
                        Planted.ALL,
                        Edit.of(KIT, PATH, "return tx.apply(verdict.write()).map(written -> verdict.result());", """
                                return tx.apply(verdict.write())
                                        .recover(failure -> lostRace(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
                                        .map(written -> verdict.result());""")),
                Planted.of(
                        "answer-not-stored",
                        "a request sent again with its key is carried out again",
                        Exposure.REPEATED_KEYS,
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
                        Planted.ALL,
                        Edit.of(KIT, "io.redress.kit.messaging.EventRecorder", "head = hash;", "")),
                Planted.of(
                        "deadline-done-without-acting",
                        "a deadline passes and nothing happens",
                        Exposure.CLOCK,
                        Planted.MESSAGING,
                        Edit.of(
                                KIT,
                                "io.redress.kit.deadlines.DeadlinePoller",
                                "return handler.act( due.subject(), dueAt, context(dueAt).at(step), tx);",
                                "return Future.succeededFuture();")));
    }
}
