package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.clock.CaseClocks;
import io.redress.cases.domain.clock.Clock;
import io.redress.cases.domain.clock.Hold;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Seeded random walks through cases: what is kept of the clocks is what their history says, and all of it was told once. */
class ClockWalksIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final int WALKS = 16;
    private static final int STEPS = 14;
    private static final long SEED = 20180426;

    private final ClockDesk desk = new ClockDesk();
    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");

    @Test
    void whatIsKeptCanBeWorkedOutAgainFromTheHistoryAndEverythingWasToldOnce() {
        Random random = new Random(SEED);
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        List<String> cases = new ArrayList<>();
        for (int walk = 0; walk < WALKS; walk++) {
            cases.add(walk(random));
        }
        forward(Duration.ofMinutes(15));
        for (int walk = 0; walk < WALKS; walk++) {
            String id = cases.get(walk);
            agrees(id, "walk " + walk + " of seed " + SEED + ", case " + id);
        }
    }

    private void agrees(String id, String as) {
        desk.awaitLook(id);
        CaseClocks clocks = desk.workedOut(id, SUITE.clock.now());
        assertThat(desk.kept(id))
                .as(as)
                .isEqualTo(clocks.clocks().stream().map(KeptClock::of).toList());
        List<String> marks = clocks.clocks().stream()
                .flatMap(clock -> clock.marks().stream()
                        .map(mark -> clock.kind() + " " + clock.round() + " " + mark.percent() + " " + mark.at()))
                .toList();
        assertThat(told(id, marks.size())).as(as).containsExactlyInAnyOrderElementsOf(marks);
        assertThat(clocks.clocks()).as(as).allSatisfy(ClockWalksIT::addsUp);
        withoutGaps(clocks.holds(), as);
        assertThat(clocks.holds().get(0).from()).as(as).isEqualTo(openedAt(id));
    }

    /** The whole from its start to its end, less the pauses, is what was used. */
    private static void addsUp(Clock clock) {
        if (clock.lapsedAt().isPresent()) {
            assertThat(clock.elapsed()).isGreaterThanOrEqualTo(clock.length());
        } else {
            assertThat(clock.elapsed()).isLessThanOrEqualTo(clock.length());
        }
    }

    private Instant openedAt(String id) {
        return Instant.parse(advocate.get("/v1/cases/" + id).json().getString("openedAt"));
    }

    private static void withoutGaps(List<Hold> holds, String as) {
        for (int i = 1; i < holds.size(); i++) {
            assertThat(holds.get(i - 1).to()).as(as).contains(holds.get(i).from());
        }
    }

    private List<String> told(String id, int expected) {
        Awaitility.await("what was told of " + id)
                .atMost(CaseSuite.PATIENCE)
                .until(() -> SUITE.published.of(id + ":clocks").size() >= expected);
        return SUITE.published.of(id + ":clocks").stream()
                .map(event -> event.getJsonObject("data"))
                .map(data -> data.getString("clock") + " " + data.getInteger("round") + " " + data.getInteger("percent")
                        + " " + data.getString("at"))
                .toList();
    }

    private String walk(Random random) {
        forward(Duration.ofMinutes(random.nextInt(48 * 60)));
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer seen = SUITE.open(random.nextBoolean() ? merchant : advocate, penalty);
        String id = seen.json().getString("id");
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) > 0) {
                forward(Duration.ofMinutes(random.nextInt(36 * 60)));
            }
            Answer answer = command(random, seen, penalty, merchant);
            assertThat(answer.status()).as(answer.text()).isLessThan(500);
            seen = answer.status() < 300 ? answer : seen;
        }
        return id;
    }

    /** Something that fits the status, refused or not; seldom the end. */
    private Answer command(Random random, Answer seen, Penalty penalty, ApiClient merchant) {
        if (random.nextInt(40) == 0) {
            return SUITE.command(merchant, seen, "withdraw", CaseSuite.NOTHING);
        }
        JsonObject reply = new JsonObject().put("text", "不公平");
        return switch (seen.json().getString("status")) {
            case "OPEN" ->
                SUITE.command(
                        random.nextBoolean() ? advocate : SUITE.staff("ops-1", "operator"),
                        seen,
                        "advocate",
                        new JsonObject().put("advocateId", "adv-1"));
            case "IN_ADVOCACY" -> {
                String caseId = seen.json().getString("id");
                switch (random.nextInt(6)) {
                    case 0 -> written(new MessageClient(advocate, caseId).ask("哪一件？"));
                    case 1 -> written(new MessageClient(merchant, caseId).send("第二件。"));
                    case 2 -> written(new MessageClient(advocate, caseId).send("谢谢。"));
                    default -> {
                        yield SUITE.command(advocate, seen, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
                    }
                }
                yield seen;
            }
            case "SUBMITTED" -> SUITE.command(adjudicator, seen, "claim", CaseSuite.NOTHING);
            case "IN_DELIBERATION" ->
                random.nextBoolean()
                        ? SUITE.command(respondent, seen, "answers", new JsonObject().put("text", CaseSuite.REASONS))
                        : SUITE.command(adjudicator, seen, "draft-rulings", CaseSuite.draft(penalty));
            case "REPLY_WINDOW" ->
                switch (random.nextInt(4)) {
                    case 0 -> SUITE.command(merchant, seen, "replies", reply);
                    case 1 -> SUITE.command(respondent, seen, "replies", reply);
                    case 2 -> SUITE.command(adjudicator, seen, "draft-rulings", CaseSuite.draft(penalty));
                    default -> SUITE.command(adjudicator, seen, "rulings", ruling(seen, penalty));
                };
            default -> seen;
        };
    }

    private static void written(Answer message) {
        assertThat(message.status()).as(message.text()).isEqualTo(201);
    }

    private static JsonObject ruling(Answer seen, Penalty penalty) {
        JsonArray violations = CaseSuite.violations(penalty);
        return new JsonObject()
                .put("draftId", seen.json().getJsonObject("draft").getString("id"))
                .put("violations", violations);
    }

    private static void forward(Duration by) {
        Instant next = SUITE.clock.now().plus(by);
        SUITE.clock.set(next.atOffset(ZoneOffset.UTC).toString());
    }
}
