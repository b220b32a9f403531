package io.redress.e2e.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.quickstart.story.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Proposals that are refused, each for one reason; a journey makes some of them. */
final class RefusedProposals {

    private static final int SOME = 3;
    private static final int ABOVE_THE_CAP = 48;
    private static final int NOT_THE_TARIFF = 12;
    private static final String PENALTIES = "/v1/penalties";

    private final Plan plan;
    private final Steps steps;

    RefusedProposals(Plan plan, Steps steps) {
        this.plan = plan;
        this.steps = steps;
    }

    void tell() {
        List<Runnable> all = new ArrayList<>(List.of(
                this::closureOffTheList,
                this::notTheTariff,
                this::notReasoned,
                this::unknownShop,
                this::nothingDisclosed,
                this::byTheMerchant,
                this::withoutKey,
                this::byNobody));
        Collections.shuffle(all, new Random(plan.seed()));
        all.subList(0, SOME).forEach(Runnable::run);
    }

    private void closureOffTheList() {
        ObjectNode body = body("closure", Charge.COUNTERFEIT);
        Bodies.violation(body).put("points", ABOVE_THE_CAP);
        steps.refused(command("closure", body), "closure-not-enumerated");
    }

    private void notTheTariff() {
        ObjectNode body = body("tariff", Charge.COUNTERFEIT);
        Bodies.violation(body).put("points", NOT_THE_TARIFF);
        steps.refused(command("tariff", body), "tariff-mismatch");
    }

    private void notReasoned() {
        ObjectNode body = body("reasons", Charge.INFLATED_SALES);
        Bodies.violation(body).remove("points");
        steps.refused(command("reasons", body), "points-not-reasoned");
    }

    private void unknownShop() {
        ObjectNode body = body("shop-unknown", Charge.COUNTERFEIT).put("shopId", plan.shopId() + "-unknown");
        steps.refused(command("shop-unknown", body), "unknown-shop");
    }

    private void nothingDisclosed() {
        ObjectNode body = body("undisclosed", Charge.COUNTERFEIT);
        Bodies.violation(body).putObject("facts");
        steps.refused(command("undisclosed", body), "no-disclosed-fact");
    }

    private void byTheMerchant() {
        User merchant = plan.merchant();
        steps.refused(
                command("by-merchant", body("by-merchant", Charge.COUNTERFEIT)).by(Optional.of(merchant)), "forbidden");
    }

    private void withoutKey() {
        steps.refused(
                command("no-key", body("no-key", Charge.COUNTERFEIT)).withKey(Optional.empty()),
                "idempotency-key-missing");
    }

    private void byNobody() {
        steps.refused(command("nobody", body("nobody", Charge.COUNTERFEIT)).by(Optional.empty()), "unauthenticated");
    }

    private ObjectNode body(String step, Charge charge) {
        return Bodies.proposal(plan, charge, plan.name() + "-" + step, "l-" + plan.name() + "-" + step);
    }

    private Command command(String step, ObjectNode body) {
        String id = plan.name() + "-" + step;
        return Command.post(id, Kind.PROPOSE, id, plan.proposer(), PENALTIES, body.toString());
    }
}
