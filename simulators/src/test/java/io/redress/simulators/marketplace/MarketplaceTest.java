package io.redress.simulators.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.simulators.marketplace.TargetSet.Measure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketplaceTest {
    private static final Instant SAID = Instant.parse("2018-04-20T02:00:00Z");
    private static final Instant LATER = Instant.parse("2018-05-01T00:00:00Z");
    private static final Measure CLOSURE = new Measure("mea_1", "SHOP_CLOSURE", "IN_FORCE");

    private final Marketplace marketplace = new Marketplace(() -> LATER);

    @Test
    void a_shop_is_closed_and_the_closure_confirmed_as_of_the_time_it_was_asked() {
        List<Deed> confirmations = marketplace.take(target(1, CLOSURE));

        assertThat(confirmations)
                .containsExactly(new Confirmation("s-1", "mea_1", "SHOP_CLOSURE", "IN_FORCE", 1, SAID));
        assertThat(shop().getBoolean("closed")).isTrue();
    }

    @Test
    void only_what_changed_is_confirmed() {
        marketplace.take(target(1, CLOSURE));

        List<Deed> confirmations = marketplace.take(target(
                2,
                new Measure("mea_1", "SHOP_CLOSURE", "LIFTED"),
                new Measure("mea_2", "LISTINGS_REMOVED", "IN_FORCE"),
                new Measure("mea_3", "PROMOTION_BAN", "SCHEDULED")));

        assertThat(confirmations)
                .extracting(Deed::idempotencyKey)
                .containsExactly("mea_1:LIFTED:2", "mea_2:IN_FORCE:2");
        assertThat(marketplace.take(target(3, CLOSURE, new Measure("mea_2", "LISTINGS_REMOVED", "IN_FORCE"))))
                .extracting(Deed::idempotencyKey)
                .containsExactly("mea_1:IN_FORCE:3");
    }

    @Test
    void an_older_or_repeated_target_set_says_nothing_any_more() {
        marketplace.take(target(2, new Measure("mea_1", "SHOP_CLOSURE", "LIFTED")));

        assertThat(marketplace.take(target(2, CLOSURE))).isEmpty();
        assertThat(marketplace.take(target(1, CLOSURE))).isEmpty();
        assertThat(shop().getBoolean("closed")).isFalse();
        assertThat(shop().getLong("targetVersion")).isEqualTo(2);
    }

    @Test
    void a_measure_that_ended_is_left_out_of_the_set_and_told_by_its_own_event() {
        marketplace.take(target(1, CLOSURE));
        Measure listings = new Measure("mea_2", "LISTINGS_REMOVED", "IN_FORCE");

        List<Deed> lift = marketplace.take(ended(2, new Measure("mea_1", "SHOP_CLOSURE", "LIFTED"), listings));
        List<Deed> served = marketplace.take(ended(2, new Measure("mea_3", "SHOP_HIDDEN", "SERVED"), listings));
        List<Deed> again = marketplace.take(ended(2, new Measure("mea_1", "SHOP_CLOSURE", "LIFTED"), listings));

        assertThat(lift).extracting(Deed::idempotencyKey).containsExactly("mea_2:IN_FORCE:2", "mea_1:LIFTED:2");
        assertThat(served).extracting(Deed::idempotencyKey).containsExactly("mea_3:SERVED:2");
        assertThat(again).isEmpty();
        assertThat(shop().getBoolean("closed")).isFalse();
        assertThat(shop().getBoolean("hidden")).isFalse();
        assertThat(shop().getBoolean("listingsRemoved")).isTrue();
    }

    @Test
    void the_end_of_a_measure_is_read_from_its_event_and_its_life_from_the_set() {
        JsonObject data = new JsonObject()
                .put("shopId", "s-1")
                .put("measureId", "mea_1")
                .put("kind", "SHOP_CLOSURE")
                .put("target", new JsonObject().put("version", 2).put("measures", new JsonArray()));

        assertThat(TargetSet.read(envelope(data.copy().put("state", "LIFTED")))
                        .orElseThrow()
                        .ended())
                .contains(new Measure("mea_1", "SHOP_CLOSURE", "LIFTED"));
        assertThat(TargetSet.read(envelope(data.copy().put("state", "IN_FORCE")))
                        .orElseThrow()
                        .ended())
                .isEmpty();
    }

    @Test
    void while_held_nothing_is_done_and_the_release_does_it_at_its_own_time() {
        marketplace.hold();
        assertThat(marketplace.take(target(1, CLOSURE))).isEmpty();
        assertThat(shop().getBoolean("closed")).isFalse();
        assertThat(marketplace.status().getInteger("waiting")).isEqualTo(1);

        assertThat(marketplace.release())
                .containsExactly(new Confirmation("s-1", "mea_1", "SHOP_CLOSURE", "IN_FORCE", 1, LATER));
        assertThat(shop().getBoolean("closed")).isTrue();
        assertThat(marketplace.release()).isEmpty();
    }

    @Test
    void as_many_deeds_are_refused_as_were_asked_for() {
        marketplace.refuseNext(1);

        List<Deed> confirmations =
                marketplace.take(target(1, CLOSURE, new Measure("mea_2", "SHOP_HIDDEN", "IN_FORCE")));

        assertThat(confirmations).extracting(Deed::idempotencyKey).containsExactly("mea_2:IN_FORCE:1");
        assertThat(shop().getBoolean("closed")).isFalse();
        assertThat(shop().getBoolean("hidden")).isTrue();
    }

    @Test
    void a_target_set_is_read_from_the_event_and_other_events_carry_none() {
        JsonObject measure = new JsonObject()
                .put("measureId", "mea_1")
                .put("kind", "SHOP_CLOSURE")
                .put("state", "IN_FORCE")
                .put("startsAt", "2018-04-01T00:00:00+08:00");
        JsonObject data = new JsonObject()
                .put("shopId", "s-1")
                .put("target", new JsonObject().put("version", 1).put("measures", new JsonArray().add(measure)));

        assertThat(TargetSet.read(envelope(data))).contains(target(1, CLOSURE));
        assertThat(TargetSet.read(envelope(new JsonObject().put("shopId", "s-1"))))
                .isEmpty();
    }

    private static JsonObject envelope(JsonObject data) {
        return new JsonObject().put("businesstime", "2018-04-20T02:00:00Z").put("data", data);
    }

    private static TargetSet target(long version, Measure... measures) {
        return new TargetSet("s-1", version, List.of(measures), Optional.empty(), SAID);
    }

    private static TargetSet ended(long version, Measure ended, Measure... measures) {
        return new TargetSet("s-1", version, List.of(measures), Optional.of(ended), SAID);
    }

    private JsonObject shop() {
        return marketplace.shop("s-1").orElseThrow();
    }
}
