package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.WalkLife.Condition;
import io.redress.cases.WalkLife.Draft;
import io.redress.cases.WalkLife.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Drafts of a walk: every outcome that its kind has, and what the owners of effects foretell of it. */
final class WalkDrafts {

    private static final Duration TO_FULFIL = Duration.ofDays(7);
    private static final int FULFILLED = 24;
    private static final int FALLBACK = 36;

    private final WalkFacts facts;
    private final WalkLife life;
    private int number;
    private int lines;
    private int otherwise;

    WalkDrafts(WalkFacts facts, WalkLife life) {
        this.facts = facts;
        this.life = life;
    }

    Draft draft(Random random, Instant now) {
        if (!facts.appeal()) {
            List<String> outcomes = facts.kind.equals("SHOP_TRANSFER")
                    ? List.of("GRANT", "DENY")
                    : List.of("GRANT", "DENY", "PARTLY_GRANT");
            return ofRequest(outcomes.get(random.nextInt(outcomes.size())), now);
        }
        foretell(random.nextInt(3), random.nextInt(2));
        return switch (random.nextInt(6)) {
            case 0 -> upheld(now);
            case 1 -> plain("OVERTURN", 0, now);
            case 2, 3 -> conditional(1 + random.nextInt(3), now);
            default -> {
                int points = random.nextBoolean() ? FULFILLED : 12;
                Draft partial = plain("PARTIAL", points, now);
                partial.body.put("points", points);
                yield partial;
            }
        };
    }

    /** Everything that was asked for. */
    Draft inFavour(Instant now) {
        if (!facts.appeal()) {
            return ofRequest("GRANT", now);
        }
        foretell(1, 0);
        return plain("OVERTURN", 0, now);
    }

    /** Less than everything, and only if somebody reports that the course was done. */
    Draft onCondition(Instant now) {
        foretell(1, 0);
        return conditional(1, now);
    }

    private void foretell(int whole, int fallback) {
        number++;
        lines = whole;
        otherwise = fallback;
        facts.foretell(number, whole, fallback, false);
    }

    private Draft upheld(Instant now) {
        foretell(0, 0);
        return plain("UPHOLD", WalkLife.ALL, now);
    }

    private Draft plain(String outcome, int left, Instant now) {
        return new Draft(facts.draft(outcome), left, left, List.of(), now);
    }

    /** Money for whatever is granted of a loss or a fee, the shop for a transfer; nothing follows from a complaint. */
    private Draft ofRequest(String outcome, Instant now) {
        boolean denied = outcome.equals("DENY");
        lines = denied || facts.kind.equals("COMPLAINT") ? 0 : 1;
        return plain(outcome, denied ? WalkLife.ALL : 0, now);
    }

    private Draft conditional(int asked, Instant now) {
        facts.foretell(number, lines, otherwise, true);
        List<Condition> conditions = new ArrayList<>();
        if ((asked & 1) > 0) {
            conditions.add(new Condition("CONDITION", "course-" + number, now.plus(TO_FULFIL)));
        }
        if ((asked & 2) > 0) {
            conditions.add(new Condition("UNDERTAKING", "promise-" + number, now.plus(TO_FULFIL)));
        }
        int fallback = otherwise == 0 ? WalkLife.ALL : FALLBACK;
        JsonObject body = facts.draft("PARTIAL")
                .put("outcome", "CONDITIONAL")
                .put("points", FULFILLED)
                .put("terms", facts.terms(conditions, fallback));
        return new Draft(body, FULFILLED, fallback, conditions, now);
    }

    /** The draft is shown to both sides, with the lines that were foretold. */
    void issued(Draft draft, JsonObject seen) {
        JsonObject shown = seen.getJsonObject("draft");
        draft.id = shown.getString("id");
        draft.repliesBy = shown.getInstant("repliesBy");
        draft.lines = lines(shown.getJsonArray("effects"));
        assertThat(draft.lines).hasSize(lines);
        if (!draft.conditions.isEmpty()) {
            draft.otherwiseLines = lines(
                    shown.getJsonObject("terms").getJsonObject("otherwise").getJsonArray("effects"));
            assertThat(draft.otherwiseLines).hasSize(otherwise);
        }
        life.draft = draft;
        life.changed("REPLY_WINDOW", "DraftRulingIssued");
    }

    private static List<Line> lines(JsonArray effects) {
        return effects.stream().map(line -> new Line((JsonObject) line)).toList();
    }
}
