package io.redress.cases;

import io.redress.cases.WalkCast.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Leads a walk to its end, with a look around in the statuses that few come to. */
final class WalkHome {

    /** Of how many of the commands that have no place in these a walk gives each once; to the first two few walks come. */
    private static final Map<String, Integer> LOOKS = Map.of("CONDITIONAL", 99, "REOPENED", 99, "EXECUTING", 2);

    private final WalkFacts facts;
    private final WalkLife life;
    private final WalkRules rules;
    private final WalkCast cast;
    private final WalkMoves moves;
    private final WalkTold told;
    private final WalkChoice choice;
    private final Random random;
    private final Map<String, Iterator<String>> looks = new HashMap<>();

    WalkHome(
            WalkFacts facts,
            WalkLife life,
            WalkRules rules,
            WalkCast cast,
            WalkMoves moves,
            WalkTold told,
            WalkChoice choice,
            Random random) {
        this.facts = facts;
        this.life = life;
        this.rules = rules;
        this.cast = cast;
        this.moves = moves;
        this.told = told;
        this.choice = choice;
        this.random = random;
    }

    /** The next steps towards an end; empty at the end, or when only time can help. */
    List<WalkMove> next(String caseId, Instant now) {
        Iterator<String> around = looks.computeIfAbsent(life.status, this::around);
        if (around.hasNext()) {
            return List.of(choice.rightly(around.next(), now));
        }
        return switch (life.status) {
            case "OPEN" -> List.of(moves.call("advocate", WalkCast.operator(), zero(), true, now));
            case "IN_ADVOCACY" -> List.of(moves.call("briefs", advocate(), zero(), true, now));
            case "SUBMITTED" -> List.of(moves.call("claim", free("claim", now), zero(), true, now));
            case "IN_DELIBERATION" ->
                life.answeredBy.isEmpty()
                        ? List.of(moves.call(
                                "answers", WalkCast.staff(facts.respondents().get(0), "respondent"), zero(), true, now))
                        : List.of(
                                random.nextBoolean()
                                        ? moves.draftInFavour(adjudicator(), now)
                                        : moves.draftOnCondition(adjudicator(), now));
            case "REPLY_WINDOW" -> towardsTheRuling(now);
            case "CONDITIONAL" ->
                told.fulfilled(caseId, now).<List<WalkMove>>map(List::of).orElse(List.of());
            case "EXECUTING" -> executing(caseId);
            case "REOPENED" -> List.of(moves.decide(free("reopening-decisions", now), false, true, now));
            case "CLOSED" -> askedOnceAndAnswered(now);
            default -> List.of();
        };
    }

    private Iterator<String> around(String status) {
        List<String> commands = new ArrayList<>(WalkChoice.outOfPlace(status));
        Collections.shuffle(commands, random);
        return commands.stream().limit(LOOKS.getOrDefault(status, 0)).iterator();
    }

    /** What could come out better is asked about, and nobody is left without an answer. */
    private List<WalkMove> askedOnceAndAnswered(Instant now) {
        if (life.waiting().isPresent()) {
            return List.of(moves.call("refusals", free("refusals", now), zero(), true, now));
        }
        boolean asks = life.requests.isEmpty()
                && rules.admission("reopening-requests", cast.merchant, now).isEmpty();
        return asks ? List.of(moves.call("reopening-requests", cast.merchant, zero(), true, now)) : List.of();
    }

    private List<WalkMove> executing(String caseId) {
        List<WalkMove> open = new ArrayList<>(told.allApplied(caseId));
        return open.isEmpty() ? List.of(told.confirmation(random)) : open;
    }

    private List<WalkMove> towardsTheRuling(Instant now) {
        if (life.draft.asksForUndertaking() && !life.draft.undertaken) {
            return List.of(moves.draftInFavour(adjudicator(), now));
        }
        if (now.isBefore(life.draft.repliesBy) && life.draft.ofMerchant == 0) {
            return List.of(moves.call("replies", cast.merchant, zero(), true, now));
        }
        if (now.isBefore(life.draft.repliesBy) && life.draft.ofDepartment == 0) {
            return List.of(
                    moves.call("replies", WalkCast.staff(facts.respondents().get(0), "respondent"), zero(), true, now));
        }
        return List.of(moves.call("rulings", adjudicator(), zero(), true, now));
    }

    private Who free(String command, Instant now) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(number -> WalkCast.staff("adj-" + number, "adjudicator"))
                .filter(who -> rules.admission(command, who, now).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Chooses the first of everything. */
    private static Random zero() {
        return new Random() {
            @Override
            public int nextInt(int bound) {
                return 0;
            }
        };
    }

    private Who advocate() {
        return WalkCast.staff(life.advocate, "advocate");
    }

    private Who adjudicator() {
        return WalkCast.staff(life.adjudicator, "adjudicator");
    }
}
