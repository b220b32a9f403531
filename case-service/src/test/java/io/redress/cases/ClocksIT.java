package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks, holders and reports through HTTP. Thursday 26 to Saturday 28 April 2018 are worked; then 2 May is next. */
class ClocksIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");
    private final ApiClient operator = SUITE.staff("ops-1", "operator");

    @Test
    void aFirstResponseIsWarnedOfTwiceAndWhenItsTimeIsUpTheHeadLearnsOfIt() {
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        String id = id(opened);
        Answer assigned = SUITE.command(operator, opened, "advocate", new JsonObject().put("advocateId", "adv-1"));

        SUITE.clock.set("2018-04-26T22:00:00+08:00");
        JsonObject half = SUITE.published.await(id + ":clocks", "ClockWarning").getJsonObject("data");
        assertThat(half)
                .isEqualTo(new JsonObject()
                        .put("caseId", id)
                        .put("merchantId", penalty.merchantId())
                        .put("clock", "FIRST_RESPONSE")
                        .put("round", 1)
                        .put("role", "ADVOCATE")
                        .put("team", "advocacy")
                        .put("percent", 50)
                        .put("startedAt", "2018-04-26T02:00:00Z")
                        .put("at", "2018-04-26T14:00:00Z")
                        .put("dueAt", "2018-04-27T02:00:00Z")
                        .put("holderId", "adv-1"));

        assertThat(clock(id, "FIRST_RESPONSE").getJsonArray("used"))
                .isEqualTo(
                        new JsonArray().add(new JsonObject().put("percent", 50).put("at", "2018-04-26T14:00:00Z")));
        assertThat(clock(id, "FIRST_RESPONSE").getString("nextAt")).isEqualTo("2018-04-26T21:12:00Z");

        SUITE.clock.set("2018-04-27T10:00:00+08:00");
        JsonObject lapsed = SUITE.published.await(id + ":clocks", "ClockLapsed").getJsonObject("data");
        assertThat(lapsed.getInteger("percent")).isEqualTo(100);
        assertThat(lapsed.getString("at")).isEqualTo("2018-04-27T02:00:00Z");
        assertThat(lapsed.getString("holderId")).isEqualTo("adv-1");
        assertThat(lapsed.getString("headId")).isEqualTo("adv-lead");
        List<JsonObject> told = SUITE.published.of(id + ":clocks");
        assertThat(told.stream().map(event -> event.getJsonObject("data").getInteger("percent")))
                .containsExactly(50, 80, 100);
        assertThat(told.stream().map(event -> event.getString("sequence"))).containsExactly("1", "2", "3");
        assertThat(told)
                .allSatisfy(event -> assertThat(SUITE.published.key(event)).isEqualTo(id));

        JsonObject seen = SUITE.contract
                .checked("getCase", advocate.get("/v1/cases/" + id))
                .json();
        assertThat(seen.getString("heldBy")).isEqualTo("ADVOCATE");
        assertThat(seen.getString("dueBy")).isEqualTo("2018-04-27T02:00:00Z");
        assertThat(seen.getBoolean("pastDue")).isTrue();

        // a warning is no new version of the case: what was seen before it is still good
        Answer late = SUITE.command(advocate, assigned, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
        assertThat(late.status()).as(late.text()).isEqualTo(200);
        assertThat(clock(id, "FIRST_RESPONSE").getString("state")).isEqualTo("LAPSED");
        assertThat(clock(id, "FIRST_RESPONSE").getJsonArray("used").stream()
                        .map(used -> ((JsonObject) used).getInteger("percent")))
                .containsExactly(50, 80, 100);
        assertThat(clock(id, "FIRST_RESPONSE").getString("endedAt")).isEqualTo("2018-04-27T02:00:00Z");
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void theCaseGoesOnWithoutAnAnswerThatDidNotComeAndThoseConcernedAreTold() {
        SUITE.clock.set("2018-04-23T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        Answer claimed = CaseSteps.claimed(SUITE, penalty);
        String id = id(claimed);
        assertThat(clock(id, "RULING").getString("state")).isEqualTo("PAUSED");
        assertThat(clock(id, "RULING").getJsonArray("pauses"))
                .isEqualTo(new JsonArray().add(new JsonObject().put("from", "2018-04-23T02:00:00Z")));
        assertThat(clock(id, "ANSWER").getString("dueBy"))
                .isEqualTo(claimed.json().getString("answerBy"))
                .isEqualTo("2018-04-25T02:00:00Z");

        SUITE.clock.set("2018-04-25T10:00:00+08:00");
        JsonObject lapsed = SUITE.published.await(id + ":clocks", "ClockLapsed").getJsonObject("data");
        assertThat(lapsed.getString("clock")).isEqualTo("ANSWER");
        assertThat(lapsed.getString("team")).isEqualTo("enforcement");
        assertThat(lapsed.getString("holderId")).isEqualTo("enf-lead");
        assertThat(lapsed.getString("advocateId")).isEqualTo("adv-1");
        assertThat(lapsed.getString("adjudicatorId")).isEqualTo("adj-1");
        JsonObject seen = adjudicator.get("/v1/cases/" + id).json();
        assertThat(seen.getString("heldBy")).isEqualTo("ADJUDICATOR");
        assertThat(seen.getString("dueBy")).isEqualTo("2018-05-03T02:00:00Z"); // 26, 27, 28 April, 2 and 3 May
        assertThat(seen.getBoolean("pastDue")).isFalse();

        Answer drafted = SUITE.command(adjudicator, claimed, "draft-rulings", CaseSuite.draft(penalty));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        assertThat(clock(id, "REPLY").getString("dueBy"))
                .isEqualTo(drafted.json().getJsonObject("draft").getString("repliesBy"));
        assertThat(SUITE.published
                        .await(id, "DraftRulingIssued")
                        .getJsonObject("data")
                        .getBoolean("unanswered"))
                .isTrue();
    }

    @Test
    void aLengthIsWhatThePolicySaysHoweverFineTheInstantAtWhichItBegan() {
        SUITE.clock.set("2018-04-23T10:00:00.123456789+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        Answer drafted = CaseSteps.drafted(SUITE, penalty);
        String id = id(drafted);

        assertThat(drafted.json().getString("openedAt")).isEqualTo("2018-04-23T02:00:00.123456Z");
        assertThat(drafted.json().getJsonObject("draft").getString("repliesBy"))
                .isEqualTo("2018-04-25T02:00:00.123456Z");
        for (String kind : List.of("ANSWER", "REPLY")) {
            assertThat(clock(id, kind).getString("length")).as(kind).isEqualTo("PT48H");
            assertThat(clock(id, kind).getString("startedAt")).as(kind).isEqualTo("2018-04-23T02:00:00.123456Z");
        }
        assertThat(clock(id, "RULING").getString("length")).isEqualTo("PT120H");
    }

    @Test
    void withWhomACaseHasBeenIsToldToStaffByNameAndToTheMerchantByRole() {
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer opened = SUITE.open(merchant, penalty);
        String id = id(opened);
        SUITE.clock.set("2018-04-26T12:00:00+08:00");
        Answer assigned = SUITE.command(operator, opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        SUITE.clock.set("2018-04-26T15:00:00+08:00");
        Answer briefed = SUITE.command(advocate, assigned, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
        SUITE.clock.set("2018-04-27T15:00:00+08:00");
        SUITE.command(adjudicator, briefed, "claim", CaseSuite.NOTHING);

        SUITE.clock.set("2018-04-27T16:30:00+08:00");
        JsonArray forStaff = items("listCaseHolders", respondent.get("/v1/cases/" + id + "/holders"));
        assertThat(forStaff)
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("role", "ADVOCATE")
                                .put("team", "advocacy")
                                .put("from", "2018-04-26T02:00:00Z")
                                .put("to", "2018-04-26T04:00:00Z")
                                .put("businessTime", "PT2H"))
                        .add(new JsonObject()
                                .put("role", "ADVOCATE")
                                .put("team", "advocacy")
                                .put("person", "adv-1")
                                .put("from", "2018-04-26T04:00:00Z")
                                .put("to", "2018-04-26T07:00:00Z")
                                .put("businessTime", "PT3H"))
                        .add(new JsonObject()
                                .put("role", "ADJUDICATOR")
                                .put("team", "adjudication")
                                .put("from", "2018-04-26T07:00:00Z")
                                .put("to", "2018-04-27T07:00:00Z")
                                .put("businessTime", "PT24H"))
                        .add(new JsonObject()
                                .put("role", "RESPONDENT")
                                .put("team", "enforcement")
                                .put("from", "2018-04-27T07:00:00Z")
                                .put("until", "2018-05-02T07:00:00Z")
                                .put("businessTime", "PT1H30M")));
        JsonArray forMerchant = items("listCaseHolders", merchant.get("/v1/cases/" + id + "/holders"));
        assertThat(forMerchant.stream().map(hold -> ((JsonObject) hold).getString("role")))
                .containsExactly("ADVOCATE", "ADVOCATE", "ADJUDICATOR", "RESPONDENT");
        assertThat(forMerchant.encode()).doesNotContain("team", "person", "adv-1");
        assertThat(items("listCaseClocks", merchant.get("/v1/cases/" + id + "/clocks"))
                        .encode())
                .contains("FIRST_RESPONSE", "ANSWER", "RULING")
                .doesNotContain("team", "advocacy", "enforcement");

        JsonObject first =
                respondent.get("/v1/cases/" + id + "/holders?limit=3").json();
        JsonObject rest = respondent
                .get("/v1/cases/" + id + "/holders?limit=3&cursor=" + first.getString("next"))
                .json();
        assertThat(first.getJsonArray("items").addAll(rest.getJsonArray("items")))
                .isEqualTo(forStaff);
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    void aCaseKeepsThePolicyThatItWasOpenedUnder() {
        JsonObject policy = SampleData.read("casekinds");
        SUITE.clock.set("2018-05-14T10:00:00+08:00"); // a Monday
        Penalty before = SUITE.penalty();
        Penalty after = SUITE.penalty();
        Answer opened = SUITE.open(advocate, before);
        try {
            SUITE.clock.set("2018-05-14T11:00:00+08:00");
            JsonObject faster = policy.copy();
            faster.getJsonObject("clocks").put("answer", "PT6H").put("ruling", "PT30H");
            assertThat(operator.put("/v1/case-policy", faster).status()).isEqualTo(200);
            Answer openedAfter = SUITE.open(advocate, after);

            assertThat(claimed(before, opened).json().getString("answerBy")).isEqualTo("2018-05-16T03:00:00Z");
            assertThat(claimed(after, openedAfter).json().getString("answerBy")).isEqualTo("2018-05-14T09:00:00Z");
            assertThat(clock(id(opened), "RULING").getString("length")).isEqualTo("PT120H");
            assertThat(clock(id(openedAfter), "RULING").getString("length")).isEqualTo("PT30H");
        } finally {
            assertThat(operator.put("/v1/case-policy", policy).status()).isEqualTo(200);
        }
    }

    @Test
    void aCalendarThatIsPublishedWhileAClockRunsCountsForTheClocksThatBeginAfterwards() {
        JsonObject sample = SampleData.calendar2018();
        JsonObject other = sample.copy();
        other.getJsonArray("holidays").add("2018-06-21").add("2018-06-22");
        other.getJsonArray("makeUpWorkdays").add("2018-06-23");
        SUITE.clock.set("2018-06-20T10:00:00+08:00"); // a Wednesday
        Penalty before = SUITE.penalty();
        Penalty after = SUITE.penalty();
        String running = id(SUITE.open(SUITE.merchant(before.merchantId()), before));
        String begun;
        try {
            SUITE.clock.set("2018-06-20T11:00:00+08:00");
            assertThat(operator.put("/v1/calendars/2018", other).status()).isEqualTo(200);
            begun = id(SUITE.open(SUITE.merchant(after.merchantId()), after));
        } finally {
            SUITE.clock.set("2018-06-20T12:00:00+08:00");
            assertThat(operator.put("/v1/calendars/2018", sample).status()).isEqualTo(200);
        }

        assertThat(clock(running, "FIRST_RESPONSE").getString("dueBy")).isEqualTo("2018-06-21T02:00:00Z");
        // Thursday and Friday are off, and Saturday is worked instead
        assertThat(clock(begun, "FIRST_RESPONSE").getString("dueBy")).isEqualTo("2018-06-23T03:00:00Z");
        assertThat(clock(begun, "FIRST_RESPONSE").getString("length")).isEqualTo("PT24H");
        SUITE.clock.set("2018-06-21T10:00:00+08:00");
        assertThat(clock(running, "FIRST_RESPONSE").getString("state")).isEqualTo("LAPSED");
        assertThat(clock(begun, "FIRST_RESPONSE").getString("state")).isEqualTo("RUNNING");
    }

    @Test
    void aReportCountsWhatWasSettledInAPeriodByTeamAndKind() {
        ClockDesk desk = new ClockDesk();
        String team = "advocates-of-the-report";
        JsonObject policy = SampleData.read("casekinds");
        JsonObject own = policy.copy();
        own.getJsonObject("clocks").put("teams", new JsonObject().put("advocacy", team));
        SUITE.clock.set("2018-06-04T09:00:00+08:00"); // a Monday
        assertThat(operator.put("/v1/case-policy", own).status()).isEqualTo(200);
        try {
            Answer[] opened = new Answer[4];
            for (int i = 0; i < opened.length; i++) {
                Penalty penalty = SUITE.penalty();
                SUITE.clock.set("2018-06-04T1" + i + ":00:00+08:00");
                opened[i] = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
            }
            // taken up after 10 and after 20 hours, after 30, which is late, and not at all
            SUITE.clock.set("2018-06-04T20:00:00+08:00");
            takenUp(opened[0]);
            SUITE.clock.set("2018-06-05T07:00:00+08:00");
            takenUp(opened[1]);
            SUITE.clock.set("2018-06-05T18:00:00+08:00");
            takenUp(opened[2]);
            SUITE.clock.set("2018-06-06T10:00:00+08:00");
            for (Answer one : opened) {
                desk.awaitLook(id(one));
            }
            String june = "/v1/reports/clocks?team=" + team + "&from=2018-06-01T00:00:00Z&to=2018-07-01T00:00:00Z";

            JsonArray lines =
                    items("reportClocks", SUITE.staff("int-1", "integrity").get(june));

            assertThat(lines)
                    .isEqualTo(new JsonArray()
                            .add(new JsonObject()
                                    .put("team", team)
                                    .put("clock", "FIRST_RESPONSE")
                                    .put("settled", 4)
                                    .put("met", 2)
                                    .put("lapsed", 2)
                                    .put("undone", 1)
                                    .put("median", "PT20H")));
            JsonArray later = items("reportClocks", operator.get(june.replace("2018-06-01T00", "2018-06-05T03")));
            assertThat(later.getJsonObject(0).getInteger("settled"))
                    .as("those whose time was up")
                    .isEqualTo(2);
        } finally {
            assertThat(operator.put("/v1/case-policy", policy).status()).isEqualTo(200);
        }
    }

    @Test
    void aReportIsReadInPages() {
        String team = "team-of-the-pages";
        JsonObject policy = SampleData.read("casekinds");
        JsonObject own = policy.copy();
        own.getJsonObject("clocks")
                .put("teams", new JsonObject().put("advocacy", team).put("adjudication", team));
        SUITE.clock.set("2018-06-11T09:00:00+08:00");
        assertThat(operator.put("/v1/case-policy", own).status()).isEqualTo(200);
        try {
            Penalty penalty = SUITE.penalty();
            Answer taken = takenUp(SUITE.open(SUITE.merchant(penalty.merchantId()), penalty));
            Answer submitted = SUITE.command(advocate, taken, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
            SUITE.clock.set("2018-06-29T10:00:00+08:00");
            new ClockDesk().awaitLook(id(submitted));
            String june =
                    "/v1/reports/clocks?team=" + team + "&from=2018-06-01T00:00:00Z&to=2018-07-01T00:00:00Z&limit=1";

            JsonObject first = operator.get(june).json();
            JsonObject second =
                    operator.get(june + "&cursor=" + first.getString("next")).json();

            assertThat(first.getJsonArray("items").getJsonObject(0).getString("clock"))
                    .isEqualTo("FIRST_RESPONSE");
            assertThat(second.getJsonArray("items"))
                    .isEqualTo(new JsonArray()
                            .add(new JsonObject()
                                    .put("team", team)
                                    .put("clock", "RULING")
                                    .put("settled", 1)
                                    .put("met", 0)
                                    .put("lapsed", 1)
                                    .put("undone", 1)));
            assertThat(second.getString("next")).isNull();
        } finally {
            assertThat(operator.put("/v1/case-policy", policy).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2018-01-01T00:00:00Z",
                "from=2018-01-01T00:00:00Z&to=2018-01-01T00:00:00Z",
                "from=2018-01-01T00:00:00Z&to=2019-01-02T00:00:01Z",
                "from=yesterday&to=2019-01-01T00:00:00Z",
                "from=2018-01-01T00:00:00Z&to=2018-02-01T00:00:00Z&cursor=YQ"
            })
    void aReportOfNoPeriodIsRefused(String query) {
        Answer refused = operator.get("/v1/reports/clocks?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
    }

    @Test
    void anothersCaseHasNoClocksForAMerchantAndAReportIsNotForAdvocates() {
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        String id = id(SUITE.open(SUITE.merchant(penalty.merchantId()), penalty));
        ApiClient other = SUITE.merchant("m-other");

        assertThat(other.get("/v1/cases/" + id + "/clocks").status()).isEqualTo(404);
        assertThat(other.get("/v1/cases/" + id + "/holders").status()).isEqualTo(404);
        assertThat(advocate.get("/v1/cases/cas_none/clocks").status()).isEqualTo(404);
        assertThat(advocate.get("/v1/cases/" + id + "/holders?cursor=LTE").status())
                .isEqualTo(400);
        assertThat(advocate.get("/v1/reports/clocks?from=2018-01-01T00:00:00Z&to=2018-02-01T00:00:00Z")
                        .status())
                .isEqualTo(403);
    }

    private Answer takenUp(Answer opened) {
        Answer taken = SUITE.command(advocate, opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken;
    }

    private Answer claimed(Penalty penalty, Answer opened) {
        Answer briefed = SUITE.command(advocate, opened, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
        return SUITE.command(adjudicator, briefed, "claim", CaseSuite.NOTHING);
    }

    private JsonObject clock(String caseId, String kind) {
        return items("listCaseClocks", advocate.get("/v1/cases/" + caseId + "/clocks")).stream()
                .map(JsonObject.class::cast)
                .filter(clock -> clock.getString("clock").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonArray items(String operationId, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return SUITE.contract.checked(operationId, answer).json().getJsonArray("items");
    }

    private static String id(Answer answer) {
        return answer.json().getString("id");
    }
}
