package io.redress.e2e.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merchants with a shop and a penalty for each appeal that a load may open, and people who ask, so many that nobody's
 * own rate is the limit.
 */
final class LoadWorld {

    private static final int AT_ONCE = 16;
    private static final int MERCHANTS = 32;
    private static final int STAFF = 32;

    /** @param merchant the token of whoever may appeal */
    record Penalty(String id, String merchant) {}

    private final String run;
    private final List<String> merchants = new ArrayList<>();
    private final List<String> staff = new ArrayList<>();
    private final List<Penalty> penalties = new ArrayList<>();
    private final List<String> shops = new ArrayList<>();

    private LoadWorld(String run) {
        this.run = run;
    }

    /** @param run sets its ids apart from those of every other */
    static LoadWorld prepare(LoadDriver driver, LoadPeople people, String run, int appeals) {
        LoadWorld world = new LoadWorld(run);
        String marketplace = people.staff("marketplace", "machine");
        List<Ask> registered = new ArrayList<>();
        for (int number = 0; number < MERCHANTS; number++) {
            world.merchants.add(people.merchant(world.merchantId(number)));
            registered.add(Ask.put(
                    "/v1/merchants/" + world.merchantId(number),
                    marketplace,
                    new JsonObject()
                            .put("name", "Corner Shop")
                            .put("language", "en")
                            .encode()));
        }
        for (int number = 0; number < STAFF; number++) {
            world.staff.add(people.staff("load-enf-" + number, "enforcement"));
        }
        done(driver.each(registered, AT_ONCE));
        done(driver.each(world.openShops(marketplace, appeals), AT_ONCE));
        Offered proposed = done(driver.each(world.proposals(appeals), AT_ONCE));
        for (int number = 0; number < appeals; number++) {
            String id = proposed.acknowledged().get(world.shopId(number));
            world.penalties.add(new Penalty(id, world.merchants.get(number % MERCHANTS)));
        }
        return world;
    }

    List<Penalty> penalties() {
        return penalties;
    }

    String shop(int turn) {
        return shops.get(turn % shops.size());
    }

    String merchant(int turn) {
        return merchants.get(turn % merchants.size());
    }

    String staff(int turn) {
        return staff.get(turn % staff.size());
    }

    private List<Ask> openShops(String marketplace, int appeals) {
        List<Ask> opened = new ArrayList<>();
        for (int number = 0; number < appeals; number++) {
            shops.add(shopId(number));
            opened.add(Ask.put(
                    "/v1/shops/" + shopId(number),
                    marketplace,
                    new JsonObject()
                            .put("merchantId", merchantId(number % MERCHANTS))
                            .put("openedAt", "2015-03-01T00:00:00Z")
                            .encode()));
        }
        return opened;
    }

    private List<Ask> proposals(int appeals) {
        List<Ask> proposed = new ArrayList<>();
        for (int number = 0; number < appeals; number++) {
            proposed.add(Ask.command(
                    "/v1/penalties",
                    staff(number),
                    shopId(number),
                    proposal(shopId(number)).encode()));
        }
        return proposed;
    }

    private static JsonObject proposal(String shop) {
        JsonObject violation = new JsonObject()
                .put("clauseId", "G-01")
                .put("from", "2018-01-10T00:00:00Z")
                .put("to", "2018-01-10T01:00:00Z")
                .put(
                        "objects",
                        new JsonArray()
                                .add(new JsonObject().put("type", "LISTING").put("id", "l-" + shop)))
                .put("facts", new JsonObject().put("description", both("订单延迟发货。", "Orders were dispatched late.")));
        return new JsonObject()
                .put("shopId", shop)
                .put("departmentId", "enforcement")
                .put("explanation", both("延迟发货。", "Late dispatch."))
                .put("automation", new JsonObject().put("detection", false).put("decision", false))
                .put("territory", "CN")
                .put("violations", new JsonArray().add(violation));
    }

    private static JsonObject both(String zh, String en) {
        return new JsonObject(new TreeMap<>(Map.of("zh", zh, "en", en)));
    }

    private String merchantId(int number) {
        return "m-load-" + run + "-" + number;
    }

    private String shopId(int number) {
        return "s-load-" + run + "-" + number;
    }

    private static Offered done(Offered offered) {
        if (!offered.onlyDone()) {
            throw new IllegalStateException("the world of the load could not be made: " + offered + offered.wrong());
        }
        return offered;
    }
}
