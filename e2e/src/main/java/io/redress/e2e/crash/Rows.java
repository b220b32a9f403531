package io.redress.e2e.crash;

import io.redress.e2e.crash.Deed.Repeats;
import io.redress.e2e.crash.Row.Step;
import io.redress.e2e.crash.World.Punished;
import io.redress.quickstart.story.User;
import io.redress.quickstart.suite.ServiceName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A command and a consumer of each service; the gateway consumes nothing. */
final class Rows {

    private static final String NOTHING_CONSUMED = "a command consumes nothing";
    private static final String NOBODY_ASKED = "nobody waits for a consumer's answer";

    private final World world;

    Rows(World world) {
        this.world = world;
    }

    List<Row> all() {
        return List.of(
                command(ServiceName.CASES, "openCase", "CaseOpened", this::openCase),
                consumer(ServiceName.CASES, "NoticeRead", "notifications", "AppealWindowOpened", this::readNotice),
                command(ServiceName.PENALTIES, "proposePenalty", "PenaltyProposed", this::propose),
                consumer(ServiceName.PENALTIES, "NoticeStored", "notifications", "PenaltyInForce", this::propose),
                new Row(
                        ServiceName.REFUNDS,
                        Row.COMMAND,
                        "previewClaimEffect",
                        Map.of(Step.COMMIT, "previewClaimEffect", Step.REPLY, "previewClaimEffect"),
                        NOTHING_CONSUMED + "; this one writes and tells nothing",
                        this::preview),
                consumer(ServiceName.REFUNDS, "RulingIssued", "cases", "ClaimBooked", this::rule),
                command(ServiceName.NOTIFICATIONS, "readNotice", "NoticeRead", this::readNotice),
                consumer(ServiceName.NOTIFICATIONS, "StatementIssued", "penalties", "NoticeStored", this::propose),
                new Row(
                        ServiceName.GATEWAY,
                        Row.COMMAND,
                        "createApiKey",
                        Map.of(
                                Step.STATEMENT, "createApiKey",
                                Step.COMMIT, "createApiKey",
                                Step.REPLY, "createApiKey"),
                        NOTHING_CONSUMED + "; the gateway publishes nothing",
                        this::createKey));
    }

    private static Row command(ServiceName service, String operationId, String told, Supplier<Deed> deeds) {
        Map<Step, String> scopes = new EnumMap<>(Step.class);
        scopes.put(Step.STATEMENT, operationId);
        scopes.put(Step.COMMIT, operationId);
        scopes.put(Step.PRODUCE, told);
        scopes.put(Step.ACKNOWLEDGE, told);
        scopes.put(Step.REPLY, operationId);
        return new Row(service, Row.COMMAND, operationId, scopes, NOTHING_CONSUMED, deeds);
    }

    private static Row consumer(ServiceName service, String type, String of, String told, Supplier<Deed> deeds) {
        Map<Step, String> scopes = new EnumMap<>(Step.class);
        scopes.put(Step.STATEMENT, type);
        scopes.put(Step.COMMIT, type);
        scopes.put(Step.PRODUCE, told);
        scopes.put(Step.ACKNOWLEDGE, told);
        scopes.put(Step.OFFSET, of + ".events.v1");
        return new Row(service, Row.CONSUMER, type, scopes, NOBODY_ASKED, deeds);
    }

    private Deed openCase() {
        Punished punished = world.punished();
        Map<String, Object> body = Map.of("kind", "PENALTY_APPEAL", "penaltyId", punished.penaltyId());
        return new Deed(
                world.command(punished.merchant(), "/v1/cases", body),
                Repeats.WHOLE,
                List.of(
                        Fact.once(
                                "the case",
                                "SELECT count(*) FROM cases.case_file WHERE penalty_id = ?",
                                punished.penaltyId()),
                        Fact.recordedOnce("cases", "CaseOpened", punished.penaltyId()),
                        Fact.once(
                                "the notice to the merchant",
                                "SELECT count(*) FROM notifications.notice WHERE type = 'CaseOpened' AND recipient_id = ?",
                                punished.merchant().subject())));
    }

    private Deed readNotice() {
        Punished punished = world.punished();
        String noticeId = world.statementNotice(punished);
        return new Deed(
                world.command(punished.merchant(), "/v1/notices/" + noticeId + "/read", null),
                Repeats.WHOLE,
                List.of(
                        Fact.once(
                                "the reading",
                                "SELECT count(*) FROM notifications.notice WHERE read_at IS NOT NULL AND id = ?",
                                noticeId),
                        Fact.recordedOnce("notifications", "NoticeRead", noticeId),
                        Fact.once(
                                "the delivery of the statement",
                                "SELECT count(*) FROM cases.appeal_window WHERE delivered_at IS NOT NULL AND penalty_id = ?",
                                punished.penaltyId()),
                        Fact.recordedOnce("cases", "AppealWindowOpened", punished.penaltyId())));
    }

    private Deed propose() {
        String shop = world.shop();
        User merchant = World.merchantOf(shop);
        return new Deed(
                world.proposal(shop),
                Repeats.WHOLE,
                List.of(
                        Fact.once(
                                "the penalty, in force",
                                "SELECT count(*) FROM penalties.penalty WHERE status = 'IN_FORCE' AND shop_id = ?",
                                shop),
                        Fact.once("the penalty", "SELECT count(*) FROM penalties.penalty WHERE shop_id = ?", shop),
                        Fact.recordedOnce("penalties", "PenaltyProposed", shop),
                        Fact.recordedOnce("penalties", "PenaltyInForce", shop),
                        Fact.once(
                                "its appeal window",
                                "SELECT count(*) FROM cases.appeal_window WHERE statement_id IS NOT NULL AND shop_id = ?",
                                shop),
                        Fact.once(
                                "the statement in the merchant's inbox",
                                "SELECT count(*) FROM notifications.notice WHERE type = 'StatementIssued' AND recipient_id = ?",
                                merchant.subject())));
    }

    private Deed preview() {
        String merchant = world.fresh("m");
        Map<String, Object> body = Map.of(
                "caseId",
                world.fresh("cas"),
                "penaltyId",
                world.fresh("pen"),
                "merchantId",
                merchant,
                "amountMinor",
                "450000",
                "currency",
                "CNY");
        return new Deed(
                world.command(World.MARKETPLACE, "/v1/claims/effect-preview", body),
                Repeats.NOTHING,
                List.of(new Fact("no claim", "SELECT count(*) FROM refunds.claim WHERE merchant_id = ?", merchant, 0)));
    }

    private Deed rule() {
        Punished punished = world.punished();
        Request ruling = world.ruling(punished);
        String penaltyId = punished.penaltyId();
        return new Deed(
                ruling,
                Repeats.WHOLE,
                List.of(
                        Fact.recordedOnce("cases", "RulingIssued", penaltyId),
                        Fact.once(
                                "the claim, booked",
                                "SELECT count(*) FROM refunds.claim WHERE status = 'BOOKED' AND penalty_id = ?",
                                penaltyId),
                        Fact.once(
                                "its entry in the ledger",
                                "SELECT count(*) FROM refunds.ledger_entry e JOIN refunds.claim c ON c.id = e.claim_id WHERE c.penalty_id = ?",
                                penaltyId),
                        Fact.recordedOnce("refunds", "ClaimBooked", penaltyId),
                        Fact.once(
                                "the case, closed",
                                "SELECT count(*) FROM cases.case_file WHERE status = 'CLOSED' AND penalty_id = ?",
                                penaltyId)));
    }

    private Deed createKey() {
        String machine = world.fresh("erp");
        return new Deed(
                world.command(
                        World.OPERATOR, "/v1/api-keys", Map.of("machineId", machine, "description", "Order system")),
                Repeats.WITHOUT_THE_SECRET,
                List.of(
                        Fact.once("the key", "SELECT count(*) FROM gateway.api_key WHERE machine_id = ?", machine),
                        Fact.once(
                                "its event",
                                "SELECT count(*) FROM gateway.history WHERE position(? IN envelope) > 0",
                                machine)));
    }
}
