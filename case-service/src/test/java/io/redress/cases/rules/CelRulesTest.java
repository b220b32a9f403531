package io.redress.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.app.queue.RoutingRules.Prepared;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.cases.domain.queue.Routing;
import io.redress.cases.domain.queue.Routing.CannotBeAsked;
import io.redress.cases.domain.queue.RoutingFacts;
import io.redress.cases.domain.queue.RoutingRule;
import io.redress.kit.outcome.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelRulesTest {

    private static final Destination RULINGS = new Destination("rulings", Priority.NORMAL);
    private static final BiConsumer<String, CannotBeAsked> NEVER = (rule, failure) -> {
        throw new AssertionError(rule, failure);
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind == 'PENALTY_APPEAL'                              | true
            kind == 'COMPLAINT'                                   | false
            status in ['SUBMITTED', 'IN_DELIBERATION']            | true
            status in ['OPEN', 'IN_ADVOCACY']                     | false
            language == 'zh' && !ownMotion                        | true
            reopened                                              | false
            shopClosed && !pastDue                                | true
            merchantId == 'm-1' && shopId.startsWith('s-')        | true
            department == 'enforcement'                           | true
            'C-7' in clauses                                      | true
            'C-9' in clauses                                      | false
            clauses.exists(clause, clause.startsWith('D-'))       | true
            clauses.all(clause, clause.startsWith('D-'))          | false
            clauses.exists_one(clause, clause.matches('^C-[0-9]$')) | true
            violations == 2 && points >= 48                       | true
            points > 48                                           | false
            amountMinor >= 100000 && currency == 'CNY'            | false
            size(clauses) == 2 ? true : false                     | true
            """)
    void a_condition_is_asked_about_the_facts(String when, boolean holds) throws CannotBeAsked {
        Prepared prepared = CelRules.read(List.of(rule("one", when)));

        assertThat(prepared.wrong()).isEmpty();
        assertThat(prepared.ready().get(0).condition().holds(facts())).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind ==",
                "kind",
                "points + 1",
                "kind == 1",
                "description == 'x'",
                "respondent == 'x'",
                "kind.unknown() == 'x'",
                "clauses.map(clause, clause) == clauses",
                "clauses.exists(one, clauses.exists(other, one == other))",
                "clauses.all(one, [1, 2, 3].exists(n, n > points))"
            })
    void an_expression_that_is_no_condition_over_the_facts_is_named(String when) {
        Prepared prepared = CelRules.read(List.of(rule("good", "ownMotion"), rule("bad", when)));

        assertThat(prepared.wrong()).extracting(Refusal.Wrong::pointer).containsExactly("/rules/1/when");
        assertThat(prepared.wrong().get(0).detail()).isNotBlank();
    }

    @Test
    void an_expression_that_is_too_long_or_too_deep_is_named() {
        String longest = "points > 1" + " || points > 1".repeat(70);
        String tooLong = "points > 1" + " || points > 1".repeat(80);
        String tooDeep = "(".repeat(100) + "ownMotion" + ")".repeat(100);

        assertThat(CelRules.read(List.of(rule("longest", longest))).wrong()).isEmpty();
        assertThat(CelRules.read(List.of(rule("a", tooLong), rule("b", tooDeep)))
                        .wrong())
                .extracting(Refusal.Wrong::pointer)
                .containsExactly("/rules/0/when", "/rules/1/when");
    }

    @Test
    void the_first_rule_that_holds_decides_and_otherwise_the_default() {
        Routing routing = routing(
                rule("complaints", "kind == 'COMPLAINT'", "complaints", Priority.HIGH),
                rule("closures", "points >= 48", "closures", Priority.URGENT),
                rule("appeals", "kind == 'PENALTY_APPEAL'", "appeals", Priority.LOW));

        assertThat(routing.route(facts(), NEVER))
                .isEqualTo(new Routing.Route(new Destination("closures", Priority.URGENT), Optional.of("closures")));
        assertThat(routing.route(facts("points", 12L), NEVER))
                .isEqualTo(new Routing.Route(new Destination("appeals", Priority.LOW), Optional.of("appeals")));
        assertThat(routing.route(facts("points", 12L, "kind", "FEE_RELIEF"), NEVER))
                .isEqualTo(new Routing.Route(RULINGS, Optional.empty()));
    }

    @Test
    void a_rule_that_cannot_be_asked_is_passed_over_and_told() {
        Routing routing = routing(
                rule("share", "points / violations > 10", "closures", Priority.URGENT),
                rule("walk", "[1, 2, 3, 4, 5, 6, 7, 8, 9].all(n, clauses[2] != '')", "closures", Priority.HIGH),
                rule("appeals", "kind == 'PENALTY_APPEAL'", "appeals", Priority.LOW));
        List<String> passedOver = new ArrayList<>();

        Routing.Route route = routing.route(facts("violations", 0L), (rule, failure) -> passedOver.add(rule));

        assertThat(route.ruleId()).contains("appeals");
        assertThat(passedOver).containsExactly("share", "walk");
    }

    private static Routing routing(RoutingRule... rules) {
        Prepared prepared = CelRules.read(List.of(rules));
        assertThat(prepared.wrong()).isEmpty();
        return new Routing(7, prepared.ready(), RULINGS);
    }

    private static RoutingRule rule(String id, String when) {
        return rule(id, when, "rulings", Priority.NORMAL);
    }

    private static RoutingRule rule(String id, String when, String queue, Priority priority) {
        return new RoutingRule(id, when, new Destination(queue, priority));
    }

    /** An appeal against 48 points for two clauses, with some facts said otherwise. */
    private static RoutingFacts facts(Object... otherwise) {
        Map<String, Object> values = new HashMap<>();
        values.put("kind", "PENALTY_APPEAL");
        values.put("status", "SUBMITTED");
        values.put("language", "zh");
        values.put("merchantId", "m-1");
        values.put("shopId", "s-1");
        values.put("department", "enforcement");
        values.put("ownMotion", false);
        values.put("reopened", false);
        values.put("shopClosed", true);
        values.put("pastDue", false);
        values.put("clauses", List.of("C-7", "D-1"));
        values.put("violations", 2L);
        values.put("points", 48L);
        values.put("amountMinor", 0L);
        values.put("currency", "");
        for (int i = 0; i < otherwise.length; i += 2) {
            values.put((String) otherwise[i], otherwise[i + 1]);
        }
        assertThat(values.keySet()).isEqualTo(RoutingFacts.TYPES.keySet());
        return new RoutingFacts(values);
    }
}
