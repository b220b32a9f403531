package io.redress.cases.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.cases.app.effect.ConfirmEffect;
import io.redress.cases.app.opening.KeepAppealWindow;
import io.redress.cases.app.ruling.SettleConditions;
import io.redress.cases.domain.Condition;
import io.redress.cases.domain.MilestoneReport;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.testkit.ArrivedEvents;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every topic that this service reads is understood, or none of its business. */
class ConsumedEventsTest {

    private static final Path EVENTS = Path.of("..", "contracts", "src", "main", "resources", "events");
    private static final Instant NOW = Instant.parse("2018-04-20T02:00:00Z");
    private static final Set<String> UNDERSTOOD = Set.of(
            "MerchantRegistered",
            "ShopRegistered",
            "PenaltyProposed",
            "PenaltyApproved",
            "PenaltyReduced",
            "PenaltyReversed",
            "PenaltyRefused",
            "PenaltyWithdrawn",
            "PenaltyCured",
            "PenaltyInForce",
            "MeasureReversed",
            "MeasureSuspended",
            "StatementIssued",
            "SealedTermsChanged",
            "NoticeRead",
            "NoticeAccepted",
            "NoticeBounced");

    private final RememberedWindows windows = new RememberedWindows();
    private final KeepAppealWindow keepWindow = new KeepAppealWindow(windows, log());
    private final ConfirmEffect effects = new ConfirmEffect(new NoCaseFiles(), log());
    private final RememberedReports reports = new RememberedReports();
    private final SettleConditions conditions =
            new SettleConditions(new NoCaseFiles(), reports, log(), Duration.ofDays(3));

    static Stream<Arguments> examples() {
        return Stream.of("penalties.events.v1", "refunds.events.v1", "notifications.events.v1")
                .flatMap(topic -> files(topic).stream().map(file -> Arguments.of(topic, file)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    void everyExampleIsUnderstoodOrIgnored(String topic, String file) {
        IncomingEvent event = example(topic, file);

        Future<Handling> handled = handle(topic, event);

        if (event.type().equals("EffectAnswered")) {
            assertThat(handled.cause()).isInstanceOf(PoisonEvent.class).hasMessageContaining("There is no case");
        } else {
            Handling expected = UNDERSTOOD.contains(event.type()) ? Handling.HANDLED : Handling.IGNORED;
            assertThat(handled.result()).as(String.valueOf(handled.cause())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONDITIONAL_RULING, CONDITION",
        "UNDERTAKING, UNDERTAKING",
    })
    void aVerifiedMilestoneOfAConditionIsKept(String purpose, Condition.Kind kind) {
        IncomingEvent earned = example("penalties.events.v1", "MilestoneVerified.json");
        JsonObject envelope = new JsonObject()
                .put("specversion", "1.0")
                .put("id", "evt_kept")
                .put("source", "penalty-service")
                .put("type", "io.redress.penalties.MilestoneVerified")
                .put("subject", "enr_1")
                .put("time", "2026-03-01T08:00:00.000Z")
                .put("sequence", "1")
                .put("aggregateversion", "1")
                .put("businesstime", NOW.toString())
                .put("actor", "academy")
                .put("data", earned.data().copy().put("purpose", purpose).put("matterId", "mat-1"));

        Future<Handling> handled =
                handle("penalties.events.v1", ArrivedEvents.of("penalties.events.v1", "key", envelope));

        assertThat(handled.result()).as(String.valueOf(handled.cause())).isEqualTo(Handling.HANDLED);
        assertThat(reports.kept())
                .extracting(MilestoneReport::kind, MilestoneReport::matterId)
                .containsExactly(tuple(kind, "mat-1"));
    }

    private Future<Handling> handle(String topic, IncomingEvent event) {
        RememberedPenalties penalties = new RememberedPenalties();
        EventHandler handler =
                switch (topic) {
                    case "penalties.events.v1" ->
                        new PenaltyEvents(
                                penalties,
                                new RememberedBars(),
                                keepWindow,
                                effects,
                                conditions,
                                () -> NOW,
                                "case-service",
                                () -> {});
                    case "refunds.events.v1" -> new RefundEvents(effects, () -> NOW, "case-service");
                    default -> new NotificationEvents(keepWindow, "case-service");
                };
        String merchantId = event.data().getString("merchantId", "m-1004");
        String penaltyId = event.data()
                .getString(
                        "penaltyId",
                        event.data().getJsonObject("about", new JsonObject()).getString("penaltyId", "pen_1"));
        windows.know(penaltyId, merchantId, topic.equals("notifications.events.v1"));
        return handler.handle(event, new NoTransaction());
    }

    private static CaseEventLog log() {
        return new CaseEventLog(new EventRecorder("case-service", "cases", Ids.uuidV7(), MachineClock.system()));
    }

    private static IncomingEvent example(String topic, String file) {
        try {
            JsonObject envelope = new JsonObject(
                    Files.readString(EVENTS.resolve(topic).resolve("examples").resolve(file)));
            return ArrivedEvents.of(topic, "key", envelope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(String topic) {
        try (Stream<Path> all = Files.list(EVENTS.resolve(topic).resolve("examples"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
