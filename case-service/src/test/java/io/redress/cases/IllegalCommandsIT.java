package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that a status does not have, through HTTP, by who may give it elsewhere and at the version last seen: it is
 * answered as such, and the case is afterwards what it was before. {@code RULED} is left in the command that leads to it.
 */
class IllegalCommandsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private static final ApiClient ADVOCATE = SUITE.staff("adv-1", "advocate");
    private static final ApiClient ADJUDICATOR = SUITE.staff("adj-1", "adjudicator");
    private static final ApiClient OTHER = SUITE.staff("adj-2", "adjudicator");
    private static final ApiClient RESPONDENT = SUITE.staff("enf-2", "enforcement");
    private static final ApiClient OPERATOR = SUITE.staff("ops-1", "operator");
    private static final ApiClient INTEGRITY = SUITE.staff("integrity-1", "integrity");

    /** Where a case can be found. */
    enum At {
        OPEN,
        IN_ADVOCACY,
        SUBMITTED,
        IN_DELIBERATION,
        REPLY_WINDOW,
        CONDITIONAL,
        EXECUTING,
        CLOSED,
        REOPENED,
        WITHDRAWN,
        INADMISSIBLE
    }

    /** By hand: where each command is legal. */
    private static final Map<String, Set<At>> LEGAL = Map.ofEntries(
            Map.entry("advocate", Set.of(At.OPEN)),
            Map.entry("requirements", Set.of(At.IN_ADVOCACY, At.SUBMITTED, At.IN_DELIBERATION, At.REPLY_WINDOW)),
            Map.entry("briefs", Set.of(At.IN_ADVOCACY)),
            Map.entry("claim", Set.of(At.SUBMITTED)),
            Map.entry("answers", Set.of(At.IN_DELIBERATION)),
            Map.entry("draft-rulings", Set.of(At.IN_DELIBERATION, At.REPLY_WINDOW)),
            Map.entry("replies", Set.of(At.REPLY_WINDOW)),
            Map.entry("rulings", Set.of(At.REPLY_WINDOW)),
            Map.entry("withdraw", Set.of(At.OPEN, At.IN_ADVOCACY, At.SUBMITTED, At.IN_DELIBERATION, At.REPLY_WINDOW)),
            Map.entry("inadmissible", Set.of(At.SUBMITTED, At.IN_DELIBERATION)),
            Map.entry("reopening-requests", Set.of(At.CLOSED)),
            Map.entry("reopening-requests/rrq_none/refusals", Set.of(At.CLOSED)),
            Map.entry("reopen", Set.of(At.CLOSED)),
            Map.entry("reopening-decisions", Set.of(At.REOPENED)),
            Map.entry("continue", Set.of(At.WITHDRAWN)),
            Map.entry("advocate-changes", Set.of(At.IN_ADVOCACY, At.SUBMITTED, At.IN_DELIBERATION, At.REPLY_WINDOW)),
            Map.entry(
                    "advocate-reassignments",
                    Set.of(At.IN_ADVOCACY, At.SUBMITTED, At.IN_DELIBERATION, At.REPLY_WINDOW, At.EXECUTING)));

    private record Case(Penalty penalty, String path) {}

    private static final Map<At, Case> CASES = new EnumMap<>(At.class);

    @BeforeAll
    static void oneCaseInEveryStatus() {
        for (At at : At.values()) {
            SUITE.clock.set("2018-04-20T10:00:00+08:00");
            Penalty penalty = SUITE.penalty();
            SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
            String path = "/v1/cases/" + broughtTo(at, penalty).json().getString("id");
            assertThat(INTEGRITY.get(path).json().getString("status")).isEqualTo(at.name());
            CASES.put(at, new Case(penalty, path));
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(At.values()).flatMap(at -> LEGAL.entrySet().stream()
                .filter(command -> !command.getValue().contains(at))
                .map(command -> Arguments.of(at, command.getKey())));
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("cells")
    void aCommandThatTheStatusDoesNotHaveIsRefusedAndChangesNothing(At at, String command) {
        Case found = CASES.get(at);
        Answer before = INTEGRITY.get(found.path());

        Answer answer = who(command, found)
                .ifMatch(before)
                .post(found.path() + "/" + command, body(command, found, before.json()));

        assertThat(answer.code()).as(answer.text()).isEqualTo("illegal-transition");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().getString("currentStatus")).isEqualTo(at.name());
        Answer after = INTEGRITY.get(found.path());
        assertThat(after.etag()).isEqualTo(before.etag());
        assertThat(after.text()).isEqualTo(before.text());
    }

    private static ApiClient who(String command, Case found) {
        return switch (command) {
            case "advocate", "advocate-reassignments" -> OPERATOR;
            case "requirements", "briefs", "continue" -> ADVOCATE;
            case "answers" -> RESPONDENT;
            case "replies", "withdraw", "advocate-changes", "reopening-requests" ->
                SUITE.merchant(found.penalty().merchantId());
            case "reopen" -> OTHER;
            case "reopening-decisions" -> SUITE.staff("adj-3", "adjudicator");
            default -> ADJUDICATOR;
        };
    }

    private static JsonObject body(String command, Case found, JsonObject seen) {
        return switch (command) {
            case "requirements" ->
                new JsonObject()
                        .put("requirementId", "disputedFact." + found.penalty().violationId())
                        .put("state", "WAIVED")
                        .put("reasons", CaseSuite.REASONS);
            case "briefs" -> CaseSuite.brief(found.penalty(), "FACTS_WRONG");
            case "answers" -> new JsonObject().put("text", CaseSuite.REASONS);
            case "draft-rulings" -> CaseSuite.draft(found.penalty());
            case "replies" -> new JsonObject().put("text", "不公平");
            case "rulings" ->
                new JsonObject()
                        .put(
                                "draftId",
                                seen.getJsonObject("draft", new JsonObject()).getString("id", "drf_none"))
                        .put("violations", CaseSuite.violations(found.penalty()));
            case "inadmissible", "reopening-requests/rrq_none/refusals" ->
                new JsonObject().put("reasons", CaseSuite.REASONS);
            case "reopen", "reopening-requests" ->
                new JsonObject().put("ground", "PROCEDURE").put("reasons", CaseSuite.REASONS);
            case "reopening-decisions" ->
                new JsonObject().put("confirmed", true).put("reasons", CaseSuite.REASONS);
            default -> CaseSuite.NOTHING;
        };
    }

    private static Answer broughtTo(At at, Penalty penalty) {
        return switch (at) {
            case OPEN -> SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
            case IN_ADVOCACY -> CaseSteps.opened(SUITE, penalty);
            case SUBMITTED -> CaseSteps.submitted(SUITE, penalty);
            case IN_DELIBERATION -> CaseSteps.answered(SUITE, penalty);
            case REPLY_WINDOW -> CaseSteps.drafted(SUITE, penalty);
            case CONDITIONAL -> conditional(penalty);
            case EXECUTING -> CaseSteps.ruled(SUITE, penalty);
            case CLOSED -> CaseSteps.upheld(SUITE, penalty);
            case REOPENED ->
                SUITE.command(
                        OTHER,
                        CaseSteps.upheld(SUITE, penalty),
                        "reopen",
                        new JsonObject().put("ground", "PROCEDURE").put("reasons", CaseSuite.REASONS));
            case WITHDRAWN ->
                SUITE.command(ADVOCATE, CaseSteps.submitted(SUITE, penalty), "withdraw", CaseSuite.NOTHING);
            case INADMISSIBLE ->
                SUITE.command(
                        ADJUDICATOR,
                        CaseSteps.submitted(SUITE, penalty),
                        "inadmissible",
                        new JsonObject().put("reasons", CaseSuite.REASONS));
        };
    }

    /** Ruled as drafted, after the reply window. */
    private static Answer ruled(Answer drafted) {
        JsonObject draft = drafted.json().getJsonObject("draft");
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        return SUITE.command(
                ADJUDICATOR,
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", draft.getString("id"))
                        .put("violations", draft.getJsonArray("violations")));
    }

    private static Answer conditional(Penalty penalty) {
        SUITE.peer.otherwise(penalty.id());
        return ruled(SUITE.command(
                ADJUDICATOR,
                CaseSteps.answered(SUITE, penalty),
                "draft-rulings",
                Milestones.draft(penalty, Milestones.condition("CONDITION", "course"))));
    }
}
