package io.redress.cases.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.CaseEvent;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasePayloadsTest {

    private static final String TOPIC = "cases.events.v1";

    static Stream<String> types() {
        return Stream.concat(
                Arrays.stream(CaseEvent.class.getPermittedSubclasses()).map(Class::getSimpleName),
                Stream.of("AppealWindowOpened", "AppealWindowClosed", "ClockWarning", "ClockLapsed"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventHasASchemaAndAnExampleThatKeepsIt(String type) {
        JsonObject example = EventSchemas.example(TOPIC, type);

        assertThat(example.getString("type")).isEqualTo("io.redress.cases." + type);
        assertThat(example.getJsonObject("data").getString("merchantId")).isEqualTo("m-1004");
        EventSchemas.assertValid(TOPIC, type, example.getJsonObject("data"));
    }

    @Test
    void citableAreFactNamesWhatTheyListAndTheObjectsOfTheAct() {
        JsonObject violation = new JsonObject()
                .put(
                        "objects",
                        new JsonArray()
                                .add(new JsonObject().put("type", "LISTING").put("id", "l-31")))
                .put(
                        "facts",
                        new JsonObject()
                                .put(
                                        "description",
                                        new JsonObject().put("zh", "事实").put("en", "facts"))
                                .put("orders", new JsonArray().add("o-881"))
                                .putNull("amount"));

        assertThat(DisclosedFacts.of(violation))
                .containsExactlyInAnyOrder(
                        "description", "orders", "o-881", "orders/o-881", "objects", "l-31", "objects/l-31");
    }
}
