package io.redress.simulators.marketplace;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One shop of the marketplace: what it shall be under, and what is really done to it. Not thread-safe. */
final class Shop {
    private final String id;
    private long version;
    private String ownerId = "";
    private final Map<String, TargetSet.Measure> wanted = new LinkedHashMap<>();
    private final Map<String, TargetSet.Measure> done = new LinkedHashMap<>();

    Shop(String id) {
        this.id = id;
    }

    /**
     * Takes over what an event tells, unless a later one has been heard. Several events may share one version: each
     * tells the end of its own measure.
     *
     * @return what has to be done now; a measure that has only been scheduled needs nothing yet
     */
    List<Confirmation> take(TargetSet target) {
        if (target.version() < version) {
            return List.of();
        }
        List<TargetSet.Measure> told = new ArrayList<>();
        if (target.version() > version) {
            told.addAll(target.measures());
            version = target.version();
        }
        target.ended().ifPresent(told::add);
        List<Confirmation> deeds = new ArrayList<>();
        for (TargetSet.Measure measure : told) {
            boolean changed = !measure.equals(wanted.put(measure.measureId(), measure));
            if (changed && !measure.state().equals("SCHEDULED")) {
                deeds.add(new Confirmation(
                        id, measure.measureId(), measure.kind(), measure.state(), version, target.saidAt()));
            }
        }
        return deeds;
    }

    /** Does it: from now on the shop is as the confirmation says. */
    void apply(Deed deed) {
        if (deed instanceof Confirmation measure) {
            done.put(measure.measureId(), new TargetSet.Measure(measure.measureId(), measure.kind(), measure.state()));
        } else if (deed instanceof TransferOrder transfer) {
            ownerId = transfer.ownerId();
        }
    }

    /** True while something of this kind is done to the shop. */
    boolean under(String kind) {
        return done.values().stream()
                .anyMatch(measure ->
                        measure.kind().equals(kind) && measure.state().equals("IN_FORCE"));
    }

    JsonObject view() {
        JsonArray measures = new JsonArray();
        done.values()
                .forEach(measure -> measures.add(new JsonObject()
                        .put("measureId", measure.measureId())
                        .put("kind", measure.kind())
                        .put("state", measure.state())));
        JsonObject view = new JsonObject();
        if (!ownerId.isEmpty()) {
            view.put("transferredTo", ownerId);
        }
        return view.put("shopId", id)
                .put("targetVersion", version)
                .put("closed", under("SHOP_CLOSURE"))
                .put("hidden", under("SHOP_HIDDEN"))
                .put("listingsRemoved", under("LISTINGS_REMOVED"))
                .put("newListingsBanned", under("NEW_LISTING_BAN"))
                .put("promotionsBanned", under("PROMOTION_BAN"))
                .put("payoutsHeld", under("PAYOUT_HOLD"))
                .put("measures", measures);
    }
}
