package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class RegistrationIT {

    private final PenaltySuite suite = PenaltySuite.get();

    @Test
    void a_shop_that_is_registered_again_is_the_same_however_fine_its_opening_time_is_given() {
        String merchantId = "m-" + suite.newShop();
        JsonObject shop =
                new JsonObject().put("merchantId", merchantId).put("openedAt", "2016-01-01T00:00:00.123456789Z");

        Answer first = suite.machine().put("/v1/shops/s-fine", shop);
        Answer again = suite.machine().put("/v1/shops/s-fine", shop);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().getString("openedAt")).isEqualTo("2016-01-01T00:00:00.123456Z");
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.text()).isEqualTo(first.text());
    }
}
