package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.app.clock.KeepClocks;
import io.redress.cases.messaging.ClockEventLog;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.config.Env;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.pg.Tx;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Each part of a clock's time is told once, whoever looks, however late, and whatever breaks off. */
class ClockWarningsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ClockDesk desk = new ClockDesk();
    private final KeepClocks keep = new KeepClocks(
            desk.files,
            new ClockEventLog(
                    new EventRecorder(CaseService.NAME, CaseService.SCHEMA, Ids.uuidV7(), MachineClock.system())),
            desk.routes);

    @Test
    void twoInstancesTellTheSameOnceAndWhenOneIsStoppedTheOtherGoesOn() {
        SUITE.clock.set("2018-07-02T10:00:00+08:00"); // a Monday
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cases.add(opened());
        }
        RunnableService second = secondInstance();
        try {
            SUITE.clock.set("2018-07-03T00:00:00+08:00");
            cases.forEach(id -> SUITE.published.await(id + ":clocks", "ClockWarning"));
        } finally {
            second.stop().await();
        }
        SUITE.clock.set("2018-07-04T10:00:00+08:00");
        cases.forEach(id -> SUITE.published.await(id + ":clocks", "ClockLapsed"));

        assertThat(cases).allSatisfy(id -> assertThat(percents(id)).containsExactly(50, 80, 100));
    }

    @Test
    void aLookThatBreaksOffHasToldNothingAndIsDoneAgain() {
        SUITE.clock.set("2018-07-09T10:00:00+08:00");
        String id = opened();
        Instant late = Instant.parse("2018-07-10T10:00:00Z");

        Future<Void> broken = desk.database.inTransaction(tx -> keep.look(id, at(late), tx)
                .compose(looked -> Future.<Void>failedFuture(new IllegalStateException("ended before its commit"))));
        assertThat(broken.transform(done -> Future.succeededFuture(done.failed()))
                        .await())
                .isTrue();
        assertThat(desk.kept(id)).isEmpty();

        SUITE.clock.set("2018-07-10T18:00:00+08:00");
        SUITE.published.await(id + ":clocks", "ClockLapsed");
        assertThat(percents(id)).containsExactly(50, 80, 100);
    }

    @Test
    void aLookThatComesDaysLateTellsEverythingOnceWithTheInstantsAtWhichItWas() {
        SUITE.clock.set("2018-07-16T10:00:00+08:00");
        String id = opened();

        desk.database
                .inTransaction(tx -> look(id, Instant.parse("2018-07-20T02:00:00Z"), tx))
                .await();
        desk.database
                .inTransaction(tx -> look(id, Instant.parse("2018-07-21T02:00:00Z"), tx))
                .await();

        SUITE.published.await(id + ":clocks", "ClockLapsed");
        List<JsonObject> told = SUITE.published.of(id + ":clocks");
        assertThat(told.stream().map(event -> event.getJsonObject("data").getString("at")))
                .containsExactly("2018-07-16T14:00:00Z", "2018-07-16T21:12:00Z", "2018-07-17T02:00:00Z");
    }

    @Test
    void twoLooksAtTheSameTimeTellOnce() {
        SUITE.clock.set("2018-07-23T10:00:00+08:00");
        String id = opened();
        Instant late = Instant.parse("2018-07-27T02:00:00Z");

        Future.join(
                        desk.database.inTransaction(tx -> look(id, late, tx)),
                        desk.database.inTransaction(tx -> look(id, late, tx)),
                        desk.database.inTransaction(tx -> look(id, late, tx)))
                .transform(done -> Future.succeededFuture())
                .await();

        SUITE.published.await(id + ":clocks", "ClockLapsed");
        assertThat(percents(id)).containsExactly(50, 80, 100);
    }

    private Future<Void> look(String caseId, Instant at, Tx tx) {
        return keep.look(caseId, at(at), tx);
    }

    private static CommandContext at(Instant businessTime) {
        return new CommandContext(
                Caller.service(CaseService.NAME), "req", "req", Optional.empty(), businessTime, OptionalLong.empty());
    }

    private static String opened() {
        Penalty penalty = SUITE.penalty();
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        return opened.json().getString("id");
    }

    private static List<Integer> percents(String caseId) {
        return SUITE.published.of(caseId + ":clocks").stream()
                .map(event -> event.getJsonObject("data").getInteger("percent"))
                .toList();
    }

    private static RunnableService secondInstance() {
        Map<String, String> environment = new HashMap<>(SUITE.infrastructure.environment("case-service", "cases"));
        environment.put("REDRESS_PENALTIES_URL", SUITE.peer.url());
        environment.put("REDRESS_REFUNDS_URL", SUITE.peer.url());
        RunnableService service = CaseService.create(
                CaseServiceConfig.from(new Env(environment)),
                new Runtime(SUITE.infrastructure.vertx(), SUITE.clock, MachineClock.system(), Ids.uuidV7()));
        service.start().await();
        return service;
    }
}
