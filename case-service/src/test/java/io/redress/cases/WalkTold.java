package io.redress.cases;

import io.redress.cases.WalkLife.Condition;
import io.redress.cases.WalkLife.Line;
import io.redress.cases.WalkMove.Call;
import io.redress.cases.WalkMove.Telling;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What other services tell in a walk: in time, late, twice, and of what is long over. */
final class WalkTold {

    private final WalkFacts facts;
    private final WalkLife life;
    private final WalkEffects effects;

    WalkTold(WalkFacts facts, WalkLife life, WalkEffects effects) {
        this.facts = facts;
        this.life = life;
        this.effects = effects;
    }

    /** The answer of an owner that is a service, about a line of this ruling or of one before; empty without any. */
    Optional<Telling> answer(String caseId, Random random) {
        List<Line> lines = new ArrayList<>(life.lines);
        lines.addAll(life.formerLines);
        lines.removeIf(line -> line.owner.equals("marketplace"));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Line line = lines.get(random.nextInt(lines.size()));
        String result = List.of("APPLIED", "APPLIED", "SUPERSEDED", "FAILED").get(random.nextInt(4));
        return Optional.of(answer(caseId, line, result, random.nextInt(4) == 0));
    }

    private Telling answer(String caseId, Line line, String result, boolean twice) {
        effects.answered(line, result, line.owner);
        if (twice) {
            effects.answered(line, result, line.owner);
        }
        return new Telling(
                line.effectId + " is " + result + (twice ? ", twice" : ""),
                () -> facts.answerEffect(caseId, line, result, twice));
    }

    /** The marketplace says what became of the transfer, or of something that nobody has ordered. */
    Call confirmation(Random random) {
        Optional<Line> line = Stream.concat(life.lines.stream(), life.formerLines.stream())
                .filter(one -> one.owner.equals("marketplace"))
                .findFirst();
        String outcome = line.isPresent() && random.nextInt(4) == 0 ? "FAILED" : "APPLIED";
        JsonObject body = new JsonObject()
                .put("effectId", line.map(one -> one.effectId).orElse("eff_nobody_ordered"))
                .put("result", outcome);
        return new Call(
                "/v1/transfer-confirmations",
                WalkCast.staff("marketplace", "machine"),
                body,
                false,
                line.isPresent() ? "" : "unknown-effect",
                seen -> effects.answered(line.orElseThrow(), outcome, line.orElseThrow().owner));
    }

    /** Every line that is still open is applied. */
    List<Telling> allApplied(String caseId) {
        return life.lines.stream()
                .filter(line -> !line.settled() && !line.owner.equals("marketplace"))
                .toList()
                .stream()
                .map(line -> answer(caseId, line, "APPLIED", false))
                .toList();
    }

    /** A report on the first condition that nobody has reported on yet. */
    Optional<Telling> fulfilled(String caseId, Instant now) {
        return life.draft.conditions.stream()
                .filter(condition -> condition.state.equals("PENDING"))
                .findFirst()
                .map(condition -> reported(caseId, condition.kind, condition.milestoneId, life.draft.issuedAt, now));
    }

    /** A verifier's report about one of the draft's conditions, or about nothing of the sort. */
    Optional<Telling> report(String caseId, Random random, Instant now) {
        if (life.draft == null || life.draft.conditions.isEmpty()) {
            return Optional.empty();
        }
        Condition condition = life.draft.conditions.get(random.nextInt(life.draft.conditions.size()));
        boolean other = random.nextInt(6) == 0;
        Instant achievedAt =
                switch (random.nextInt(8)) {
                    case 0 -> life.draft.issuedAt.minus(Duration.ofHours(1));
                    case 1 -> condition.fulfilBy;
                    default -> now;
                };
        String milestone = other ? "another-course" : condition.milestoneId;
        return Optional.of(reported(caseId, condition.kind, milestone, achievedAt, now));
    }

    private Telling reported(String caseId, String kind, String milestone, Instant achievedAt, Instant now) {
        effects.reported(kind, milestone, achievedAt, now);
        return new Telling(
                milestone + " was achieved at " + achievedAt, () -> facts.report(caseId, kind, milestone, achievedAt));
    }

    /** The penalty was refused by a second person. */
    Telling fall() {
        life.stands = false;
        return new Telling("the penalty falls", facts::fall);
    }
}
