package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.WalkCast.Who;
import io.redress.cases.WalkMove.Call;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Makes the commands of a walk by which its case gets an advocate, or another one. */
final class WalkAdvocates {

    private final WalkFacts facts;
    private final WalkLife life;
    private final WalkMoves moves;

    WalkAdvocates(WalkFacts facts, WalkLife life, WalkMoves moves) {
        this.facts = facts;
        this.life = life;
        this.moves = moves;
    }

    /** @param standsAgainst whether {@code who} has no say in who defends; he may still take the case up, or try */
    Call assign(Who who, boolean standsAgainst, Random random, Instant now) {
        Optional<String> named =
                named(random, facts.appeal() || facts.kind.equals("COMPLAINT") ? WalkCast.PROPOSER : "wlk-2");
        String refused = facts.appeal() ? "own-cause" : "conflict-of-interest";
        boolean bad = named.equals(Optional.of(WalkCast.PROPOSER));
        String content =
                standsAgainst && !named.equals(Optional.of(who.id())) ? "advocate-is-free" : bad ? refused : "";
        return moves.call("advocate", who, naming(named), content, now, seen -> {
            life.advocate = chosen(seen, named);
            life.changed("IN_ADVOCACY", "AdvocateAssigned");
        });
    }

    private static Optional<String> named(Random random, String bad) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(bad);
            default -> Optional.of("wlk-" + (1 + random.nextInt(3)));
        };
    }

    private static JsonObject naming(Optional<String> named) {
        JsonObject body = new JsonObject();
        named.ifPresent(advocate -> body.put("advocateId", advocate));
        return body;
    }

    /** The one that was named, or one that the rule may choose. */
    private String chosen(JsonObject seen, Optional<String> named) {
        String chosen = seen.getString("advocateId");
        named.ifPresentOrElse(advocate -> assertThat(chosen).isEqualTo(advocate), () -> assertThat(life.free())
                .contains(chosen));
        return chosen;
    }

    Call change(Who who, Instant now) {
        String content = life.free().isEmpty() ? "no-advocate-free" : "";
        return moves.call("advocate-changes", who, CaseSuite.NOTHING, content, now, seen -> {
            String next = chosen(seen, Optional.empty());
            life.askedAt = now;
            life.advocateChanged(next, now);
        });
    }

    Call reassign(Who who, Random random, Instant now) {
        Optional<String> named = named(random, life.adjudicator.isEmpty() ? "wlk-3" : life.adjudicator);
        String content = named.map(this::against).orElse(life.free().isEmpty() ? "no-advocate-free" : "");
        return moves.call(
                "advocate-reassignments",
                who,
                naming(named),
                content,
                now,
                seen -> life.advocateChanged(chosen(seen, named), now));
    }

    private String against(String named) {
        if (named.equals(life.adjudicator)) {
            return "own-cause";
        }
        return life.free().contains(named) ? "" : "conflict-of-interest";
    }
}
