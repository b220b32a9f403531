package io.redress.cases;

import io.redress.cases.WalkCast.Who;
import io.redress.cases.WalkMove.Call;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Another case about the same thing: opened where there may be one, refused where not, and withdrawn again. */
final class WalkSibling {

    private final WalkFacts facts;
    private final WalkLife life;
    private final Who merchant;
    private String path = "";

    WalkSibling(WalkFacts facts, WalkLife life, Who merchant) {
        this.facts = facts;
        this.life = life;
        this.merchant = merchant;
    }

    Call next(Instant now) {
        return life.sibling ? withdraw(now) : open(now);
    }

    private Call open(Instant now) {
        return new Call("/v1/cases", merchant, facts.opening(), false, refusal(now), seen -> {
            path = "/v1/cases/" + seen.getString("id");
            if (!facts.kind.equals("COMPLAINT")) { // of which there may be as many as are made
                life.sibling = true;
                life.window.stop(now);
            }
        });
    }

    private String refusal(Instant now) {
        boolean another =
                switch (facts.kind) {
                    case "COMPLAINT" -> true;
                    case "SHOP_TRANSFER" -> life.ended();
                    default -> life.status.equals("WITHDRAWN") && life.briefBy.isEmpty();
                };
        if (!another) {
            return "duplicate";
        }
        if (!life.stands) {
            return "penalty-not-standing";
        }
        return facts.appeal() && life.window.over(now) ? "appeal-window-closed" : "";
    }

    /** What was left of the window when it was opened is left of it again. */
    private Call withdraw(Instant now) {
        return new Call(path + "/withdraw", firstVersion(), new JsonObject(), false, "", seen -> {
            life.sibling = false;
            life.window.runOn(now);
        });
    }

    private Who firstVersion() {
        return new Who(
                merchant.id(),
                merchant.role(),
                merchant.department(),
                merchant.merchantId(),
                merchant.client().with("If-Match", "\"1\""));
    }
}
