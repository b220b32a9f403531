package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A version of the rules from its draft to its publication, through HTTP. The versions are effective in a future that no
 * other test reaches; each has a number and a year of its own.
 */
class RulebookDraftsIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final ApiClient OWNER = SUITE.staff("gov-vp", "rule-owner");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final int number = NUMBERS.incrementAndGet();
    private final String effectiveFrom = (2060 + number - 1000) + "-01-01T00:00:00+08:00";
    private final String merchant = "m-" + SUITE.newShop();
    private final String other = "m-" + SUITE.newShop();

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_draft_is_announced_objected_to_answered_and_published_as_a_version() {
        String draft = opened(rules());
        Answer announced = move(draft, "/notices", new JsonObject().put("effectiveFrom", effectiveFrom));
        assertThat(announced.status()).as(announced.text()).isEqualTo(200);
        assertThat(announced.json().getJsonObject("notice").getString("objectionsUntil"))
                .isEqualTo("2018-05-05T02:00:00Z");
        Answer raised = SUITE.merchant(merchant).post(draft + "/objections", objection());
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        String objection = draft + "/objections/" + raised.json().getString("id");
        assertThat(move(draft, "/publication", new JsonObject()).code()).isEqualTo("notice-period-running");

        SUITE.clock.set("2018-05-05T10:00:00+08:00");
        assertThat(move(draft, "/publication", new JsonObject()).code()).isEqualTo("objections-unanswered");
        Answer answered = OWNER.post(objection + "/answers", reasons());
        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        Answer published = move(draft, "/publication", new JsonObject());

        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(published.json().getString("status")).isEqualTo("PUBLISHED");
        JsonObject version = SUITE.get("/v1/rulebooks/" + number);
        assertThat(version.getString("publishedAt")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(version.getJsonArray("clauses")).hasSize(19);
        assertThat(SUITE.awaited("rulebook-" + number, "RulebookRegistered").getInteger("version"))
                .isEqualTo(number);
        String draftId = published.json().getString("id");
        for (String type : List.of("RulebookDraftOpened", "RulebookDraftAnnounced", "RulebookPublished")) {
            EventSchemas.assertValid("penalties.events.v1", type, SUITE.awaited(draftId, type));
        }
        String objectionId = raised.json().getString("id");
        for (String type : List.of("RulebookObjectionRaised", "RulebookObjectionAnswered")) {
            JsonObject data = SUITE.awaited(objectionId, type);
            EventSchemas.assertValid("penalties.events.v1", type, data);
            assertThat(data.getString("merchantId")).isEqualTo(merchant);
        }
        assertThat(move(draft, "/withdrawals", reasons()).json().getString("currentStatus"))
                .isEqualTo("PUBLISHED");
        assertThat(OWNER.get("/v1/rulebooks?inForceAt=" + (2060 + number - 1000) + "-06-01T00:00:00Z")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("status"))
                .isEqualTo("UPCOMING");
    }

    @Test
    void merchants_object_together_each_once_and_each_may_step_back() {
        String draft = announced();
        ApiClient first = SUITE.merchant(merchant);
        ApiClient second = SUITE.merchant(other);
        String objection = draft + "/objections/"
                + first.post(draft + "/objections", objection()).json().getString("id");

        assertThat(first.post(draft + "/objections", objection()).code()).isEqualTo("duplicate");
        assertThat(second.post(objection + "/supporters/withdrawals", new JsonObject())
                        .code())
                .isEqualTo("not-a-supporter");
        Answer joined = second.post(objection + "/supporters", new JsonObject());
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.json().getInteger("supporters")).isEqualTo(2);
        assertThat(joined.json().containsKey("merchantId")).isFalse();
        assertThat(second.post(objection + "/supporters", new JsonObject()).code())
                .isEqualTo("duplicate");

        Answer stepped = first.post(objection + "/supporters/withdrawals", new JsonObject());
        assertThat(stepped.json().getString("status")).isEqualTo("OPEN");
        assertThat(stepped.json().getInteger("supporters")).isEqualTo(1);
        Answer last = second.post(objection + "/supporters/withdrawals", new JsonObject());
        assertThat(last.json().getString("status")).isEqualTo("WITHDRAWN");
        assertThat(OWNER.post(objection + "/answers", reasons()).json().getString("currentStatus"))
                .isEqualTo("WITHDRAWN");
        SUITE.clock.set("2018-05-06T10:00:00+08:00");
        assertThat(move(draft, "/publication", new JsonObject()).status()).isEqualTo(200);
    }

    @Test
    void merchants_that_join_at_the_same_time_are_all_counted() {
        String draft = announced();
        String objection = draft + "/objections/"
                + SUITE.merchant(merchant)
                        .post(draft + "/objections", objection())
                        .json()
                        .getString("id");
        List<String> more =
                Stream.generate(() -> "m-" + SUITE.newShop()).limit(8).toList();

        List<Answer> answers = more.stream()
                .map(one -> CompletableFuture.supplyAsync(
                        () -> SUITE.merchant(one).post(objection + "/supporters", new JsonObject())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(listed(OWNER, draft).get(0).getInteger("supporters")).isEqualTo(9);
    }

    @Test
    void everybody_reads_an_objection_and_its_answer_and_only_staff_and_its_merchant_who_raised_it() {
        String draft = announced();
        SUITE.merchant(merchant).post(draft + "/objections", objection());
        String id = listed(OWNER, draft).get(0).getString("id");
        OWNER.post(draft + "/objections/" + id + "/answers", reasons());

        JsonObject toOther = listed(SUITE.merchant(other), draft).get(0);
        JsonObject toItself = listed(SUITE.merchant(merchant), draft).get(0);
        JsonObject toStaff = listed(OWNER, draft).get(0);

        assertThat(toOther.getString("words")).isEqualTo("三天的补救期太短。");
        assertThat(toOther.getJsonObject("reasons").getString("en")).isEqualTo("It is long enough.");
        assertThat(toOther.encode()).doesNotContain(merchant).doesNotContain("gov-vp");
        assertThat(toOther.getBoolean("joined")).isFalse();
        assertThat(toItself.getString("merchantId")).isEqualTo(merchant);
        assertThat(toItself.getBoolean("joined")).isTrue();
        assertThat(toStaff.getString("merchantId")).isEqualTo(merchant);
        assertThat(toStaff.getString("answeredBy")).isEqualTo("gov-vp");
    }

    @Test
    void nobody_objects_after_the_notice_period_and_nothing_is_published_after_its_effect() {
        String draft = opened(rules().put("version", 13).put("noticeDays", 0));
        move(draft, "/notices", new JsonObject().put("effectiveFrom", "2018-04-21T00:00:00+08:00"));

        assertThat(SUITE.merchant(merchant)
                        .post(draft + "/objections", objection())
                        .code())
                .isEqualTo("objection-period-over");
        SUITE.clock.set("2018-04-21T00:00:01+08:00");
        assertThat(move(draft, "/publication", new JsonObject()).code()).isEqualTo("effect-in-the-past");
        assertThat(SUITE.staff("ops-1", "operator").get("/v1/rulebooks/13").status())
                .isEqualTo(404);
    }

    @Test
    void a_merchant_that_nobody_registered_does_not_object() {
        assertThat(SUITE.merchant("m-unheard-of")
                        .post(announced() + "/objections", objection())
                        .code())
                .isEqualTo("unknown-merchant");
    }

    @Test
    void a_draft_may_be_incomplete_says_what_is_missing_and_is_not_announced_so() {
        JsonObject rules = rules();
        rules.getJsonArray("clauses").getJsonObject(4).getJsonObject("text").put("en", " ");
        rules.getJsonArray("clauses").getJsonObject(1).getJsonObject("tariff").remove("factors");
        String draft = opened(rules);

        List<String> problems = OWNER.get(draft).json().getJsonArray("problems").stream()
                .map(problem -> ((JsonObject) problem).getString("pointer"))
                .toList();
        Answer refused = move(draft, "/notices", new JsonObject().put("effectiveFrom", effectiveFrom));

        assertThat(problems).containsExactly("/clauses/1/tariff/factors", "/clauses/4/text/en");
        assertThat(refused.code()).isEqualTo("rulebook-invalid");
        assertThat(refused.json().getJsonArray("errors")).hasSize(2);
        Answer put = OWNER.ifMatch(OWNER.get(draft)).put(draft, rules());
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(OWNER.get(draft).json().getJsonArray("problems")).isEmpty();
    }

    @Test
    void until_its_announcement_a_draft_is_its_owners_and_integritys_alone() {
        String draft = opened(rules());
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        ApiClient reader = SUITE.merchant(merchant);

        assertThat(reader.get(draft).status()).isEqualTo(404);
        assertThat(reader.get(draft + "/diff?from=12").status()).isEqualTo(404);
        assertThat(reader.get(draft + "/objections").status()).isEqualTo(404);
        assertThat(reader.post(draft + "/objections", objection()).status()).isEqualTo(404);
        assertThat(SUITE.enforcement().get(draft).status()).isEqualTo(404);
        assertThat(SUITE.staff("int-1", "integrity").get(draft).status()).isEqualTo(200);
        assertThat(listedDrafts(reader)).doesNotContain(id);
        assertThat(listedDrafts(OWNER)).contains(id);

        move(draft, "/notices", new JsonObject().put("effectiveFrom", effectiveFrom));

        assertThat(listedDrafts(reader)).contains(id);
        JsonObject seen = reader.get(draft).json();
        assertThat(seen.getString("status")).isEqualTo("NOTICE");
        assertThat(seen.containsKey("problems")).isFalse();
        assertThat(seen.containsKey("openedBy")).isFalse();
    }

    @Test
    void a_draft_is_changed_by_who_has_seen_it_and_not_after_its_announcement() {
        String draft = opened(rules());
        Answer seen = OWNER.get(draft);
        assertThat(OWNER.put(draft, rules()).status()).isEqualTo(428);
        assertThat(OWNER.ifMatch(seen).put(draft, rules()).status()).isEqualTo(200);
        assertThat(OWNER.ifMatch(seen).put(draft, rules()).status()).isEqualTo(412);

        move(draft, "/notices", new JsonObject().put("effectiveFrom", effectiveFrom));

        Answer late = OWNER.ifMatch(OWNER.get(draft)).put(draft, rules());
        assertThat(late.code()).isEqualTo("illegal-transition");
        assertThat(late.json().getString("currentStatus")).isEqualTo("NOTICE");
    }

    @Test
    void what_a_draft_would_change_is_told_clause_by_clause() {
        JsonObject rules = rules();
        rules.getJsonArray("clauses").getJsonObject(0).getJsonObject("tariff").put("fixed", 2);
        String draft = opened(rules);

        JsonObject diff = OWNER.get(draft + "/diff?from=12").json();

        assertThat(diff.getJsonObject("changes").getJsonArray("clauses").encode())
                .isEqualTo("[{\"key\":\"G-01\",\"kind\":\"CHANGED\",\"fields\":"
                        + "[{\"name\":\"tariff.fixed\",\"before\":\"3\",\"after\":\"2\"}]}]");
    }

    @Test
    void a_draft_that_is_withdrawn_says_why_and_takes_no_more_objections() {
        String draft = announced();

        Answer withdrawn = move(draft, "/withdrawals", reasons());

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        JsonObject seen = SUITE.merchant(merchant).get(draft).json();
        assertThat(seen.getString("status")).isEqualTo("WITHDRAWN");
        assertThat(seen.getJsonObject("withdrawal").getString("en")).isEqualTo("It is long enough.");
        assertThat(SUITE.merchant(merchant)
                        .post(draft + "/objections", objection())
                        .code())
                .isEqualTo("objection-period-over");
    }

    private JsonObject rules() {
        JsonObject rules = SampleRulebooks.json(12).put("version", number);
        rules.remove("publishedAt");
        rules.remove("effectiveFrom");
        return rules;
    }

    /** Answers the path of the draft. */
    private static String opened(JsonObject rules) {
        Answer opened = OWNER.post("/v1/rulebook-drafts", rules);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.header("location").orElseThrow();
    }

    private String announced() {
        String draft = opened(rules());
        Answer announced = move(draft, "/notices", new JsonObject().put("effectiveFrom", effectiveFrom));
        assertThat(announced.status()).as(announced.text()).isEqualTo(200);
        return draft;
    }

    private static Answer move(String draft, String command, JsonObject body) {
        return OWNER.ifMatch(OWNER.get(draft)).post(draft + command, body);
    }

    private static JsonObject objection() {
        return new JsonObject().put("language", "zh").put("words", "三天的补救期太短。");
    }

    private static JsonObject reasons() {
        return new JsonObject()
                .put("reasons", new JsonObject().put("zh", "已经足够。").put("en", "It is long enough."));
    }

    private static List<JsonObject> listed(ApiClient reader, String draft) {
        return reader.get(draft + "/objections").json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<String> listedDrafts(ApiClient reader) {
        return reader.get("/v1/rulebook-drafts?limit=200").json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }
}
