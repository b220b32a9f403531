package io.redress.e2e.attack;

import io.redress.e2e.SuiteEvents;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the world through the public API alone, out of the contract's own examples; only what cannot be made there, a
 * record that no service can read, goes onto the broker.
 */
final class WorldBuilder extends WorldMaking {

    private static final String SEALED_TERM = "Mispelwert-1147";

    private final SuiteEvents events;
    private final CaseWorld cases = new CaseWorld(this);
    private final RuleWorld rules = new RuleWorld(this);
    private final NoticeWorld notices = new NoticeWorld(cases);

    WorldBuilder(String gateway, Tokens tokens, List<Route> routes, SuiteEvents events) {
        super(
                gateway,
                tokens,
                routes.stream().collect(Collectors.toMap(Route::operationId, Function.identity())),
                new World("m-attacked", "m-attacker"));
        this.events = events;
    }

    World build() {
        seal();
        queue();
        world.thing("employeeId", "crisis-1");
        world.thing("seed", "attack");
        register(world.merchantA(), "s-attacked", SECRET_A);
        register(world.merchantB(), "s-attacker", SECRET_B);
        world.own("shopId", "s-attacked");
        world.markA(SECRET_A);
        world.markB(SECRET_B);
        world.markB("s-attacker");
        String toBeRuled = propose("s-attacked", "l-attacked-1", SECRET_A);
        String open = propose("s-attacked", "l-attacked-2", SECRET_A);
        world.markB(propose("s-attacker", "l-attacker-1", SECRET_B));
        world.own("claimId", cases.claim(toBeRuled));
        cases.penaltyUnderAppeal(open);
        rules.measure();
        rules.filing();
        rules.programme();
        notices.notice();
        cases.challenge(open);
        rules.clarification();
        rules.cure();
        cases.relief();
        cases.reopeningRequest();
        access();
        notices.template();
        notices.refusedNotice();
        rules.rulebookDraft();
        views();
        new UnreadableRecords(events, as("operator")).putInto(world);
        return world;
    }

    /** The attacked merchant's cases lie where every role works that may work on queues at all: the scope alone decides. */
    private void queue() {
        JsonObject queues = example("putQueues");
        JsonArray roles = new JsonArray(List.of(
                "advocate", "adjudicator", "duty-adjudicator", "respondent", "enforcement", "operator", "integrity"));
        queues.getJsonArray("queues")
                .add(new JsonObject()
                        .put("id", "everyone")
                        .put("name", new JsonObject().put("zh", "全体").put("en", "Everyone"))
                        .put("members", new JsonObject().put("roles", roles))
                        .put("lease", "PT30M"));
        queues.getJsonArray("rules")
                .add(
                        0,
                        new JsonObject()
                                .put("id", "attacked")
                                .put("when", "merchantId == '" + world.merchantA() + "'")
                                .put("queue", "everyone")
                                .put("priority", "NORMAL"));
        good(as("operator").put("/v1/queues", queues));
        world.thing("queueId", "everyone");
    }

    private void seal() {
        world.seal(SEALED_RECORD);
        world.seal(SEALED_TERM);
        JsonObject term = new JsonObject().put("en", SEALED_TERM).put("zh", SEALED_TERM);
        JsonObject terms = new JsonObject().put("terms", new JsonArray().add(term));
        good(as("operator").put("/v1/sealed-terms", terms));
    }

    /** Everybody who may has a view under the same id, and no other of the world deletes it. */
    private void views() {
        for (String role : routes.get("putView").scope()) {
            good(as(role).put("/v1/views/v-attacked", example("putView")));
        }
        world.thing("viewId", "v-attacked");
        world.thing("viewId", "v-attacked-and-deleted", "deleteView");
    }

    /** A machine's key, and the mandate by which an agency acts for merchant A. */
    private void access() {
        Answer key = good(as("operator").post("/v1/api-keys", example("createApiKey")));
        world.thing("keyId", key.json().getString("id"));
        world.markA(mandate(People.AGENCY));
        // the one that is asked about, and revoked, is another's
        world.own("mandateId", mandate("agency-of-the-past"));
    }

    private String mandate(String agencyId) {
        JsonObject body = example("giveMandate").put("agencyId", agencyId);
        return good(merchant().post("/v1/mandates", body)).json().getString("id");
    }
}
