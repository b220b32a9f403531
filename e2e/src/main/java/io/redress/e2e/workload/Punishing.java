package io.redress.e2e.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.quickstart.story.User;
import java.util.List;
import java.util.Optional;

/** A journey from the registration of the merchant to the statement of reasons that it has read. */
final class Punishing {

    private static final String PENALTIES = "/v1/penalties";
    private static final User MARKETPLACE = User.machine("marketplace");
    private static final User OPERATOR = User.staff("operator-1", "operator");
    private static final User APPROVER = User.staff("appr-1", "enforcement-approver");

    private final Plan plan;
    private final Steps steps;
    private final String listing;

    Punishing(Plan plan, Steps steps) {
        this.plan = plan;
        this.steps = steps;
        this.listing = "l-" + plan.name();
    }

    /** @return the penalty's id */
    String tell() {
        register();
        new RefusedProposals(plan, steps).tell();
        if (!plan.twoCharges()) {
            twoAtOnce();
        }
        String penaltyId = punish();
        String penalty = PENALTIES + "/" + penaltyId;
        if (plan.charge() == Charge.CLOSURE) {
            decideHeld(penaltyId, penalty);
        } else {
            inForce(penalty);
        }
        sameFactAgain();
        if (plan.twoCharges()) {
            second();
        }
        strangers(penalty);
        if (plan.verdict() != Verdict.NO_APPEAL) {
            readStatement(penaltyId);
        }
        return penaltyId;
    }

    private void register() {
        String merchant = plan.merchantId();
        steps.accepted(Command.put(
                plan.name() + "-merchant",
                Kind.REGISTER_MERCHANT,
                merchant,
                MARKETPLACE,
                "/v1/merchants/" + merchant,
                Bodies.merchant()));
        String shop = plan.shopId();
        steps.accepted(Command.put(
                plan.name() + "-shop", Kind.REGISTER_SHOP, shop, MARKETPLACE, "/v1/shops/" + shop, Bodies.shop(plan)));
        String forged = merchant + "-forged";
        steps.refused(
                Command.put(
                        plan.name() + "-forged",
                        Kind.REGISTER_MERCHANT,
                        forged,
                        plan.merchant(),
                        "/v1/merchants/" + forged,
                        Bodies.merchant()),
                "forbidden");
    }

    /** Of another shop, by two people, in one bucket: neither may be decided without the other. */
    private void twoAtOnce() {
        String shop = plan.shopId() + "-rush";
        steps.accepted(Command.put(
                plan.name() + "-shop-rush",
                Kind.REGISTER_SHOP,
                shop,
                MARKETPLACE,
                "/v1/shops/" + shop,
                Bodies.shop(plan)));
        steps.together(
                List.of(() -> rush(shop, "rush-1", plan.proposer()), () -> rush(shop, "rush-2", plan.respondent())));
    }

    private void rush(String shop, String step, User proposer) {
        String id = plan.name() + "-" + step;
        ObjectNode body = Bodies.proposal(plan, Charge.COUNTERFEIT, id, listing + "-" + step)
                .put("shopId", shop);
        steps.accepted(Command.post(id, Kind.PROPOSE, id, proposer, PENALTIES, body.toString()));
    }

    private String punish() {
        boolean legacy = plan.charge() == Charge.LEGACY;
        String id = plan.name() + (legacy ? "-import" : "-propose");
        ObjectNode body = legacy ? Bodies.legacy(plan, id, listing) : Bodies.proposal(plan, plan.charge(), id, listing);
        Command command = legacy
                ? Command.post(id, Kind.IMPORT, id, OPERATOR, PENALTIES + "/import", body.toString())
                : Command.post(id, Kind.PROPOSE, id, plan.proposer(), PENALTIES, body.toString());
        return steps.accepted(command).json().path("id").asText();
    }

    private void decideHeld(String penaltyId, String penalty) {
        User ownCause = User.staff(plan.proposer().subject(), "enforcement", "enforcement-approver");
        String approve = penalty + "/approve";
        steps.refusedMove(
                Command.post(
                        plan.name() + "-approve-own",
                        Kind.APPROVE,
                        penaltyId + " " + ownCause.subject(),
                        ownCause,
                        approve,
                        "{}"),
                penalty,
                "own-cause");
        String marker = penaltyId + " " + APPROVER.subject();
        if (plan.verdict() == Verdict.NO_APPEAL) {
            String id = plan.name() + "-refuse";
            String reason = Bodies.refusal(id);
            steps.move(Command.post(id, Kind.REFUSE_HELD, marker, APPROVER, penalty + "/refuse", reason), penalty);
            return;
        }
        steps.move(Command.post(plan.name() + "-approve", Kind.APPROVE, marker, APPROVER, approve, "{}"), penalty);
        steps.refusedMove(
                Command.post(plan.name() + "-approve-twice", Kind.APPROVE, marker, APPROVER, approve, "{}"),
                penalty,
                "illegal-transition");
    }

    private void inForce(String penalty) {
        steps.await("the penalty is in force", () -> Optional.of(steps.read(plan.proposer(), penalty))
                .filter(seen -> seen.path("status").asText().equals("IN_FORCE")));
    }

    private void sameFactAgain() {
        if (plan.verdict() == Verdict.NO_APPEAL) {
            return;
        }
        String id = plan.name() + "-same-fact";
        Charge again = plan.charge() == Charge.LEGACY ? Charge.COUNTERFEIT : plan.charge();
        String body = Bodies.proposal(plan, again, id, listing).toString();
        steps.refused(Command.post(id, Kind.PROPOSE, id, plan.respondent(), PENALTIES, body), "fact-already-punished");
    }

    /** By somebody else with the first one's key: another caller's key is another key. */
    private void second() {
        String id = plan.name() + "-second";
        String body = Bodies.proposal(plan, plan.second(), id, listing + "-2").toString();
        Command command = Command.post(id, Kind.PROPOSE, id, plan.respondent(), PENALTIES, body);
        steps.accepted(command.withKey(Optional.of(plan.name() + "-propose")));
    }

    private void strangers(String penalty) {
        User stranger = plan.stranger();
        for (String path :
                List.of(penalty, penalty + "/statement-of-reasons", "/v1/shops/" + plan.shopId() + "/standing")) {
            steps.hidden("look-" + path.substring(path.lastIndexOf('/') + 1), stranger, path);
        }
    }

    /** Reading it in the inbox is its delivery. */
    private void readStatement(String penaltyId) {
        String noticeId = steps.await("the statement lies in the inbox", () -> notice(penaltyId));
        String path = "/v1/notices/" + noticeId + "/read";
        User stranger = plan.stranger();
        steps.refused(
                Command.post(
                        plan.name() + "-read-foreign",
                        Kind.READ_NOTICE,
                        noticeId + " " + stranger.subject(),
                        stranger,
                        path,
                        ""),
                "not-found");
        String marker = noticeId + " " + plan.merchantId();
        steps.accepted(Command.post(plan.name() + "-read", Kind.READ_NOTICE, marker, plan.merchant(), path, ""));
        steps.accepted(Command.post(plan.name() + "-read-twice", Kind.READ_NOTICE, marker, plan.merchant(), path, ""));
    }

    private Optional<String> notice(String penaltyId) {
        for (JsonNode notice :
                steps.read(plan.merchant(), "/v1/notices?limit=100").path("items")) {
            if (notice.path("type").asText().equals("StatementIssued")
                    && notice.path("about").path("penaltyId").asText().equals(penaltyId)) {
                return Optional.of(notice.path("id").asText());
            }
        }
        return Optional.empty();
    }
}
