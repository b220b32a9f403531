package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.queue.QueuePhase;
import io.redress.cases.domain.queue.RoutingFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingFactsTest {

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void every_fact_is_said_of_every_case_and_is_of_its_type(CaseStatus status) {
        Map<String, Object> facts =
                RoutingFacts.of(CaseFixtures.in(status), true).values();

        assertThat(facts.keySet()).isEqualTo(RoutingFacts.TYPES.keySet());
        facts.forEach((fact, value) -> assertThat(value)
                .as(fact)
                .isInstanceOf(
                        switch (RoutingFacts.TYPES.get(fact)) {
                            case TEXT -> String.class;
                            case TEXTS -> List.class;
                            case NUMBER -> Long.class;
                            case YES_OR_NO -> Boolean.class;
                        }));
        assertThat(facts).containsEntry("status", status.name()).containsEntry("kind", "PENALTY_APPEAL");
        assertThat(facts).containsEntry("pastDue", true).containsEntry("shopClosed", false);
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void a_case_lies_in_a_queue_as_long_as_it_has_not_ended(CaseStatus status) {
        assertThat(QueuePhase.of(status).isPresent()).isEqualTo(!status.ended());
    }
}
