package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {

    @Test
    void reads_attributes_and_data_and_passes_over_what_it_does_not_know() {
        String text = envelope()
                .put("effectid", "eff_1")
                .put("traceparent", "00-1-2-01")
                .put("later", 1)
                .encode();

        assertThat(Envelopes.parse("cases.events.v1", "cas_1", text))
                .isEqualTo(new IncomingEvent(
                        "cases.events.v1",
                        "cas_1",
                        "evt_1",
                        "RulingIssued",
                        "case-service",
                        "cas_1",
                        7,
                        5,
                        Instant.parse("2018-04-20T02:00:00Z"),
                        "adj-1",
                        "cor_1",
                        Optional.of("eff_1"),
                        new JsonObject().put("caseId", "cas_1"),
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z"))));
    }

    @Test
    void an_event_without_a_readable_time_has_no_age_and_is_no_poison() {
        JsonObject envelope = envelope().put("time", "yesterday");
        JsonObject without = envelope();
        without.remove("time");

        assertThat(Envelopes.parse("t", "k", envelope.encode()).recordedAt()).isEmpty();
        assertThat(Envelopes.parse("t", "k", without.encode()).recordedAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "type",
                "source",
                "subject",
                "sequence",
                "aggregateversion",
                "businesstime",
                "actor",
                "correlationid",
                "data",
                "specversion"
            })
    void is_poison_without(String attribute) {
        JsonObject envelope = envelope();
        envelope.remove(attribute);

        assertThatThrownBy(() -> Envelopes.parse("t", "k", envelope.encode())).isInstanceOf(PoisonEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "42", "{\"specversion\":", "\"text\""})
    void is_poison_if_it_is_not_a_json_object(String text) {
        assertThatThrownBy(() -> Envelopes.parse("t", "k", text)).isInstanceOf(PoisonEvent.class);
    }

    @Test
    void is_poison_with_an_attribute_of_another_kind() {
        for (JsonObject spoilt : new JsonObject[] {
            envelope().put("sequence", "0"),
            envelope().put("sequence", "first"),
            envelope().put("businesstime", "yesterday"),
            envelope().put("type", "RulingIssued"),
            envelope().put("type", "io.redress.cases."),
            envelope().put("subject", 12),
            envelope().put("data", "text")
        }) {
            assertThatThrownBy(() -> Envelopes.parse("t", "k", spoilt.encode()))
                    .as(spoilt.encode())
                    .isInstanceOf(PoisonEvent.class);
        }
    }

    private static JsonObject envelope() {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", "evt_1")
                .put("source", "case-service")
                .put("type", "io.redress.cases.RulingIssued")
                .put("subject", "cas_1")
                .put("time", "2026-01-01T00:00:00Z")
                .put("datacontenttype", "application/json")
                .put("sequence", "7")
                .put("aggregateversion", "5")
                .put("businesstime", "2018-04-20T10:00:00+08:00")
                .put("actor", "adj-1")
                .put("correlationid", "cor_1")
                .put("data", new JsonObject().put("caseId", "cas_1"));
    }
}
