package io.redress.e2e.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.story.User;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Makes through the public API what the cells begin with: each has a merchant, a shop and a penalty of its own. */
final class World {

    static final User PROPOSER = User.staff("enf-1", "enforcement");
    static final User OPERATOR = User.staff("operator-1", "operator");
    static final User MARKETPLACE = User.machine("marketplace");
    private static final User ADVOCATE = User.staff("adv-1", "advocate");
    private static final User ADJUDICATOR = User.staff("adj-1", "adjudicator");
    private static final User INTEGRITY = User.staff("integrity-lead", "integrity");
    private static final User RESPONDENT = User.staff("enf-2", "respondent");

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Client client;
    private final Evidence evidence;
    private final String run;
    private int last;

    /** A penalty in force, and whose it is. */
    record Punished(String shopId, User merchant, String penaltyId) {}

    /** @param run sets the ids of this run apart from those of every other */
    World(Client client, Evidence evidence, String run) {
        this.client = client;
        this.evidence = evidence;
        this.run = run;
    }

    /** An id that nothing else has, and that is no part of another. */
    String fresh(String prefix) {
        last++;
        return prefix + "-crash-" + run + "-" + String.format(Locale.ROOT, "%04d", last);
    }

    /** A command of somebody, with a key of its own. */
    Request command(User user, String path, Object body) {
        return new Request(user, path, body, fresh("key"), Optional.empty());
    }

    /** A new shop of a new merchant, who has no e-mail address. */
    String shop() {
        String shop = fresh("s");
        String merchant = merchantOf(shop).subject();
        client.put(MARKETPLACE, "/v1/merchants/" + merchant, Map.of("name", "Shop of " + merchant, "language", "en"));
        client.put(
                MARKETPLACE,
                "/v1/shops/" + shop,
                Map.of("merchantId", merchant, "openedAt", "2015-03-01T00:00:00+08:00"));
        return shop;
    }

    static User merchantOf(String shop) {
        return User.merchant("m" + shop.substring(1));
    }

    Request proposal(String shop) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("clauseId", "C-01");
        violation.put("from", "2018-01-10T12:00:00+08:00");
        violation.put("to", "2018-01-10T13:00:00+08:00");
        violation.put("objects", List.of(Map.of("type", "LISTING", "id", "l" + shop.substring(1))));
        violation.put(
                "facts",
                Map.of(
                        "description",
                        both("向买家出售仿冒箱包。", "Counterfeit bags were sold to buyers."),
                        "listings",
                        List.of("l" + shop.substring(1))));
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("shopId", shop);
        proposal.put("investigationId", "inv" + shop.substring(1));
        proposal.put("departmentId", "enforcement");
        proposal.put("explanation", both("店铺出售假冒商品。", "The shop sold counterfeits."));
        proposal.put("automation", Map.of("detection", true, "decision", false));
        proposal.put("territory", "CN");
        proposal.put("violations", List.of(violation));
        return command(PROPOSER, "/v1/penalties", proposal);
    }

    /** A penalty in force whose statement case-service knows of. */
    Punished punished() {
        String shop = shop();
        String penaltyId = client.must(proposal(shop)).path("id").asText();
        await(
                "the penalty of " + shop + " is in force and can be appealed",
                "SELECT count(*) FROM penalties.penalty p JOIN cases.appeal_window w ON w.penalty_id = p.id "
                        + "WHERE p.id = ? AND p.status = 'IN_FORCE' AND w.statement_id IS NOT NULL",
                penaltyId);
        return new Punished(shop, merchantOf(shop), penaltyId);
    }

    /** The notice by which a merchant is given the statement of reasons. */
    String statementNotice(Punished punished) {
        await(
                "the statement about " + punished.penaltyId() + " is in the inbox",
                "SELECT count(*) FROM notifications.notice WHERE type = 'StatementIssued' AND penalty_id = ?",
                punished.penaltyId());
        return evidence.column(
                        "SELECT id FROM notifications.notice WHERE type = 'StatementIssued' AND penalty_id = ?",
                        punished.penaltyId())
                .get(0);
    }

    /** A case about the penalty that has come so far that it can be ruled on: all is given back, money too. */
    Request ruling(Punished punished) {
        JsonNode opened = client.must(command(
                ADVOCATE,
                "/v1/cases",
                Map.of("kind", "PENALTY_APPEAL", "penaltyId", punished.penaltyId(), "ownMotion", true)));
        String path = "/v1/cases/" + opened.path("id").asText();
        String violation = client.read(OPERATOR, "/v1/penalties/" + punished.penaltyId())
                .path("violations")
                .path(0)
                .path("violationId")
                .asText();
        Map<String, Object> argued = Map.of(
                "violationId",
                violation,
                "grounds",
                List.of("NOT_ENUMERATED"),
                "argument",
                both("该行为不在列明的条款之内。", "The act is not among the enumerated clauses."),
                "evidence",
                List.of(Map.of("kind", "correspondence", "reference", "e-2004")));
        move(ADVOCATE, path, "/briefs", Map.of("violations", List.of(argued), "relief", "Reverse it."));
        move(ADJUDICATOR, path, "/claim", Map.of());
        move(RESPONDENT, path, "/answers", Map.of("text", both("事实清楚。", "The facts are clear.")));
        Map<String, Object> reasoned = Map.of(
                "violationId",
                violation,
                "outcome",
                "OVERTURN",
                "reasons",
                both("事实不成立。", "The act is not proven."),
                "deviationReasons",
                both("事实不成立。", "The act is not proven."),
                "facts",
                List.of("description"));
        Map<String, Object> draft = Map.of(
                "outcome",
                "OVERTURN",
                "moneyBack",
                Map.of("amountMinor", "450000", "currency", "CNY"),
                "violations",
                List.of(reasoned));
        move(ADJUDICATOR, path, "/draft-rulings", draft);
        move(ADVOCATE, path, "/replies", Map.of("text", "We have nothing to add to the brief."));
        move(RESPONDENT, path, "/replies", Map.of("text", "We have nothing to add."));
        String draftId = client.read(ADJUDICATOR, path).path("draft").path("id").asText();
        return on(ADJUDICATOR, path, "/rulings", Map.of("draftId", draftId, "violations", List.of(reasoned)));
    }

    private void move(User user, String path, String verb, Object body) {
        client.must(on(user, path, verb, body));
    }

    private Request on(User user, String path, String verb, Object body) {
        return new Request(user, path + verb, body, fresh("key"), Optional.of(client.etag(INTEGRITY, path)));
    }

    private void await(String what, String sql, String argument) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (evidence.count(sql, argument) == 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("does not come true: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Map<String, String> both(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }
}
