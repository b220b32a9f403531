package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The marketplace may register a party again and again: a request that got no answer is sent once more. */
class PartiesIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();

    private final ApiClient marketplace = SUITE.machine();

    @Test
    void the_same_shop_again_changes_nothing_however_fine_its_opening_is_given() {
        String merchant = "m-twice";
        JsonObject party = new JsonObject().put("name", "Twice & Sons").put("language", "en");
        assertThat(marketplace.put("/v1/merchants/" + merchant, party).status()).isEqualTo(200);
        JsonObject shop =
                new JsonObject().put("merchantId", merchant).put("openedAt", "2015-03-01T00:00:00.123456789Z");
        String path = "/v1/shops/s-twice";

        Answer first = marketplace.put(path, shop);
        Answer again = marketplace.put(path, shop);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().getInstant("openedAt")).isEqualTo("2015-03-01T00:00:00.123456Z");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }
}
