package io.redress.cases;

import io.redress.cases.WalkCast.Who;
import io.redress.cases.WalkMove.Call;
import io.redress.cases.WalkMove.Telling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses what comes next in a walk: mostly what the status is for, by who is to do it; often enough anything by anybody. */
final class WalkChoice {

    /** What a case in this status is mostly asked; more than once is more often. */
    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry("OPEN", List.of("advocate", "advocate", "advocate", "withdraw")),
            Map.entry(
                    "IN_ADVOCACY",
                    List.of(
                            "briefs",
                            "briefs",
                            "briefs",
                            "requirements",
                            "advocate-changes",
                            "advocate-reassignments",
                            "withdraw")),
            Map.entry(
                    "SUBMITTED",
                    List.of(
                            "claim",
                            "claim",
                            "claim",
                            "claim",
                            "requirements",
                            "advocate-reassignments",
                            "inadmissible",
                            "withdraw")),
            Map.entry(
                    "IN_DELIBERATION",
                    List.of(
                            "answers",
                            "answers",
                            "draft-rulings",
                            "draft-rulings",
                            "draft-rulings",
                            "advocate-changes")),
            Map.entry(
                    "REPLY_WINDOW",
                    List.of(
                            "replies",
                            "replies",
                            "replies",
                            "rulings",
                            "rulings",
                            "rulings",
                            "draft-rulings",
                            "report")),
            Map.entry("CONDITIONAL", List.of("report", "report", "report", "advocate-reassignments")),
            Map.entry("EXECUTING", List.of("answer", "answer", "answer", "advocate-reassignments")),
            Map.entry(
                    "CLOSED",
                    List.of(
                            "reopening-requests",
                            "reopening-requests",
                            "refusals",
                            "reopen",
                            "reopen",
                            "answer",
                            "report",
                            "open-another")),
            Map.entry("REOPENED", List.of("reopening-decisions")),
            Map.entry("WITHDRAWN", List.of("continue", "continue", "continue", "open-another", "fall")),
            Map.entry("INADMISSIBLE", List.of("open-another", "claim")));

    private static final List<String> ANYTHING = Stream.concat(
                    WalkGrid.OPERATIONS.keySet().stream().sorted(), Stream.of("answer", "report", "open-another"))
            .toList();

    /** Few walks come here, and they soon go on: every other move is one that has no place here. */
    private static final Set<String> BRIEF = Set.of("CONDITIONAL", "EXECUTING", "REOPENED");

    private final WalkFacts facts;
    private final WalkLife life;
    private final WalkCast cast;
    private final WalkMoves moves;
    private final WalkTold told;
    private final Random random;
    private final WalkSibling sibling;

    WalkChoice(WalkFacts facts, WalkLife life, WalkCast cast, WalkMoves moves, WalkTold told, Random random) {
        this.facts = facts;
        this.life = life;
        this.cast = cast;
        this.moves = moves;
        this.told = told;
        this.random = random;
        this.sibling = new WalkSibling(facts, life, cast.merchant);
    }

    Who viewer() {
        return switch (random.nextInt(5)) {
            case 0 -> cast.merchant;
            case 1 -> WalkCast.operator();
            case 2 -> WalkCast.advocate(random);
            case 3 -> cast.respondent(random);
            default -> WalkCast.adjudicator(random);
        };
    }

    WalkMove next(String caseId, Instant now) {
        if (BRIEF.contains(life.status) && random.nextBoolean()) {
            List<String> commands = outOfPlace(life.status);
            return rightly(commands.get(random.nextInt(commands.size())), now);
        }
        List<String> usual = USUAL.get(life.status);
        boolean fitting = random.nextInt(10) < 6;
        String command =
                fitting ? usual.get(random.nextInt(usual.size())) : ANYTHING.get(random.nextInt(ANYTHING.size()));
        return switch (command) {
            case "open-another" -> sibling.next(now);
            case "fall" -> facts.appeal() && random.nextInt(6) == 0 ? told.fall() : rightly("continue", now);
            case "report" ->
                told.report(caseId, random, now).map(WalkMove.class::cast).orElseGet(() -> rightly("rulings", now));
            case "answer" ->
                told.answer(caseId, random).map(WalkMove.class::cast).orElseGet(() -> told.confirmation(random));
            default ->
                random.nextInt(4) > 0
                        ? rightly(command, now)
                        : moves.call(command, cast.anybody(random), random, random.nextInt(4) > 0, now);
        };
    }

    /** The commands that the status does not have. */
    static List<String> outOfPlace(String status) {
        return WalkGrid.OPERATIONS.keySet().stream()
                .filter(command -> !WalkGrid.legal(command, status))
                .sorted()
                .toList();
    }

    /** Something that another service tells, or nothing. */
    Optional<Telling> telling(String caseId, Instant now) {
        return random.nextBoolean() ? told.answer(caseId, random) : told.report(caseId, random, now);
    }

    /** The command by who gives it elsewhere. */
    Call rightly(String command, Instant now) {
        return moves.call(command, right(command), random, random.nextInt(5) > 0, now);
    }

    /** Whose command it is, as things stand. */
    private Who right(String command) {
        return switch (command) {
            case "advocate" -> random.nextBoolean() ? WalkCast.operator() : WalkCast.advocate(random);
            case "requirements", "briefs", "continue" -> advocate();
            case "answers" -> cast.respondent(random);
            case "replies" ->
                switch (random.nextInt(4)) {
                    case 0 -> cast.merchant;
                    case 1 -> advocate();
                    default -> cast.respondent(random);
                };
            case "withdraw", "reopening-requests" -> random.nextInt(3) > 0 ? cast.merchant : advocate();
            case "advocate-changes" -> random.nextBoolean() ? cast.merchant : cast.delegate;
            case "advocate-reassignments" -> random.nextInt(3) > 0 ? advocate() : WalkCast.operator();
            case "draft-rulings", "rulings" ->
                life.adjudicator.isEmpty() ? WalkCast.adjudicator(random) : adjudicator();
            default -> WalkCast.adjudicator(random);
        };
    }

    private Who advocate() {
        return life.advocate.isEmpty() ? WalkCast.advocate(random) : WalkCast.staff(life.advocate, "advocate");
    }

    private Who adjudicator() {
        return WalkCast.staff(life.adjudicator, "adjudicator");
    }
}
