package io.redress.cases;

import static io.redress.cases.MessageClient.ok;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;

/** A case that a merchant has opened and adv-1 defends, and everybody who might have to do with it. */
final class TalkSuite {

    static final CaseSuite SUITE = CaseSuite.get();

    final Penalty penalty = SUITE.penalty();
    final Answer assigned;
    final String caseId;

    private TalkSuite() {
        Answer opened = ok(SUITE.open(SUITE.merchant(penalty.merchantId()), penalty));
        assigned = ok(SUITE.command(
                SUITE.staff("ops-1", "operator"), opened, "advocate", new JsonObject().put("advocateId", "adv-1")));
        caseId = opened.json().getString("id");
    }

    static TalkSuite aCase() {
        return new TalkSuite();
    }

    MessageClient merchant() {
        return as(SUITE.merchant(penalty.merchantId()));
    }

    MessageClient agency() {
        return as(SUITE.agency("agency-9", penalty.merchantId(), "man_9"));
    }

    MessageClient otherMerchant() {
        return as(SUITE.merchant("m-stranger"));
    }

    MessageClient advocate() {
        return staff("adv-1", "advocate");
    }

    MessageClient otherAdvocate() {
        return staff("adv-2", "advocate");
    }

    MessageClient department() {
        return staff("enf-2", "enforcement");
    }

    MessageClient adjudicator() {
        return staff("adj-1", "adjudicator");
    }

    MessageClient integrity() {
        return staff("integrity-lead", "integrity");
    }

    MessageClient staff(String subject, String... roles) {
        return as(SUITE.staff(subject, roles));
    }

    private MessageClient as(ApiClient api) {
        return new MessageClient(api, caseId);
    }

    /** The case as its advocate sees it now. */
    Answer seen() {
        return ok(SUITE.staff("adv-1", "advocate").get("/v1/cases/" + caseId));
    }

    Answer command(ApiClient caller, String command, JsonObject body) {
        return SUITE.command(caller, seen(), command, body);
    }

    /** The case goes to adv-2. */
    void handedOver() {
        ok(command(
                SUITE.staff("adv-1", "advocate"),
                "advocate-reassignments",
                new JsonObject().put("advocateId", "adv-2")));
    }

    void withdrawn() {
        ok(command(SUITE.merchant(penalty.merchantId()), "withdraw", CaseSuite.NOTHING));
    }
}
