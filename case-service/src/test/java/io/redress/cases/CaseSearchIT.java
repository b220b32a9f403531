package io.redress.cases;

import static io.redress.cases.CaseLists.allIds;
import static io.redress.cases.CaseLists.assertRefused;
import static io.redress.cases.CaseLists.encoded;
import static io.redress.cases.CaseLists.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How staff find cases, and that the merchant's side asks by nothing but its own. */
class CaseSearchIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient operator = SUITE.staff("ops-1", "operator");
    private final ClockDesk clocks = new ClockDesk();

    @BeforeEach
    void beginOnAThursdayMorning() {
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
    }

    @Test
    void cases_are_found_by_their_kind_and_by_the_department_that_is_to_answer() {
        Shop shop = SUITE.shop();
        String complaint = id(SUITE.request(SUITE.merchant(shop.merchantId()), shop.complaint()));
        String loss = id(SUITE.request(SUITE.merchant(shop.merchantId()), shop.loss()));
        String of = "/v1/cases?merchantId=" + shop.merchantId();

        assertThat(ids(operator.get(of))).containsExactly(complaint, loss);
        assertThat(ids(operator.get(of + "&kind=COMPLAINT"))).containsExactly(complaint);
        assertThat(ids(operator.get(of + "&department=technology"))).containsExactly(loss);
        assertThat(ids(operator.get(of + "&kind=COMPLAINT&department=technology")))
                .isEmpty();
        assertThat(ids(operator.get("/v1/cases?kind=COMPENSATION&department=technology&limit=200")))
                .contains(loss)
                .doesNotContain(complaint);
        assertThat(ids(operator.get("/v1/cases?kind=COMPLAINT&limit=200")))
                .contains(complaint)
                .doesNotContain(loss);
    }

    @Test
    void the_cases_of_an_advocate_come_in_pages_and_those_that_have_ended_are_left_out_of_the_open_ones() {
        ApiClient advocate = SUITE.staff("adv-search-1", "advocate");
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(id(SUITE.open(advocate, SUITE.penalty())));
        }
        SUITE.command(advocate, operator.get("/v1/cases/" + opened.get(1)), "withdraw", CaseSuite.NOTHING);

        String of = "/v1/cases?advocateId=adv-search-1";
        assertThat(allIds(operator, of)).containsExactlyElementsOf(opened);
        assertThat(allIds(operator, of + "&open=true"))
                .containsExactly(opened.get(0), opened.get(2), opened.get(3), opened.get(4));
        assertThat(allIds(operator, of + "&status=WITHDRAWN")).containsExactly(opened.get(1));
        assertThat(allIds(operator, of + "&status=CLOSED")).isEmpty();
        assertThat(allIds(operator, of + "&open=true&status=WITHDRAWN")).isEmpty();
    }

    @Test
    void cases_are_found_by_who_adjudicates_them() {
        Penalty penalty = SUITE.penalty();
        String claimed = id(CaseSteps.claimed(SUITE, penalty));

        String of = "/v1/cases?merchantId=" + penalty.merchantId();
        assertThat(ids(operator.get(of + "&adjudicatorId=adj-1"))).containsExactly(claimed);
        assertThat(ids(operator.get(of + "&adjudicatorId=adj-2"))).isEmpty();
        assertThat(allIds(operator, "/v1/cases?adjudicatorId=adj-1&status=IN_DELIBERATION"))
                .contains(claimed);
    }

    @Test
    void a_list_by_due_date_begins_with_what_is_due_first_and_says_by_when() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        String later = id(SUITE.open(merchant, penalty));
        SUITE.clock.set("2018-04-26T09:00:00+08:00");
        String sooner = id(SUITE.open(merchant, SUITE.penaltyOf(penalty)));
        looked(later, sooner);

        String of = "/v1/cases?sort=DUE&merchantId=" + penalty.merchantId();
        assertThat(CaseLists.items(operator.get(of)).stream().map(item -> item.getString("dueBy")))
                .containsExactly("2018-04-27T01:00:00Z", "2018-04-27T02:00:00Z");
        assertThat(allIds(operator, of)).containsExactly(sooner, later);
        assertThat(operator.get(of + "&limit=1").json().getString("next")).isNotBlank();
        String next = operator.get(of + "&limit=1").json().getString("next");
        assertThat(ids(operator.get(of + "&limit=1&cursor=" + encoded(next)))).containsExactly(later);
        assertThat(ids(operator.get("/v1/cases?merchantId=" + penalty.merchantId())))
                .containsExactly(later, sooner);
    }

    @Test
    void what_is_past_due_is_what_somebody_still_owes() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        String owed = id(SUITE.open(merchant, penalty));
        String done = id(SUITE.open(merchant, SUITE.penaltyOf(penalty)));
        SUITE.command(
                SUITE.staff("adv-2", "advocate"),
                operator.get("/v1/cases/" + done),
                "advocate",
                new JsonObject().put("advocateId", "adv-2"));
        String of = "/v1/cases?pastDue=true&merchantId=" + penalty.merchantId();
        looked(owed, done);
        assertThat(ids(operator.get(of))).isEmpty();

        SUITE.clock.set("2018-04-27T10:00:00+08:00");
        clocks.awaitLook(owed);
        clocks.awaitLook(done);

        assertThat(ids(operator.get(of))).containsExactly(owed);
        assertThat(ids(operator.get(of + "&kind=COMPLAINT"))).isEmpty();
    }

    @Test
    void an_appeal_is_found_by_a_clause_of_its_penalty_once_its_clocks_were_looked_at() {
        Penalty penalty = SUITE.penalty();
        String own = id(SUITE.open(SUITE.staff("adv-1", "advocate"), penalty));
        looked(own);

        assertThat(ids(operator.get("/v1/cases?clauseId=C-02&merchantId=" + penalty.merchantId())))
                .containsExactly(own);
        assertThat(ids(operator.get("/v1/cases?clauseId=C-03&merchantId=" + penalty.merchantId())))
                .isEmpty();
    }

    @Test
    void cases_are_found_by_when_they_were_opened_the_end_is_exclusive() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        String second = id(SUITE.open(merchant, penalty));
        SUITE.clock.set("2018-04-26T09:00:00+08:00");
        String first = id(SUITE.open(merchant, SUITE.penaltyOf(penalty)));

        String of = "/v1/cases?merchantId=" + penalty.merchantId();
        assertThat(allIds(operator, of + "&openedFrom=2018-04-26T01:00:00Z")).containsExactly(first, second);
        assertThat(allIds(operator, of + "&openedFrom=2018-04-26T01:00:00Z&openedTo=2018-04-26T02:00:00Z"))
                .containsExactly(first);
        assertThat(allIds(operator, of + "&openedFrom=" + encoded("2018-04-26T10:00:00+08:00")))
                .containsExactly(second);
        assertRefused(operator.get(of + "&openedFrom=2018-13-45T00:00:00Z"), 400, "validation-failed");
    }

    @Test
    void any_id_that_is_pasted_leads_to_its_cases() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer taken = SUITE.open(merchant, penalty);
        SUITE.command(merchant, taken, "withdraw", CaseSuite.NOTHING);
        String withdrawn = id(taken);
        String open = id(SUITE.open(merchant, penalty));

        for (String id : List.of(penalty.id(), penalty.merchantId(), penalty.shopId())) {
            assertThat(ids(operator.get("/v1/cases?limit=200&text=" + id)))
                    .as(id)
                    .contains(withdrawn, open);
        }
        assertThat(ids(operator.get("/v1/cases?text=" + open))).containsExactly(open);
        assertThat(ids(operator.get(
                        "/v1/cases?open=true&merchantId=" + penalty.merchantId() + "&text=" + penalty.id())))
                .containsExactly(open);
        assertThat(ids(operator.get("/v1/cases?penaltyId=" + penalty.id()))).containsExactly(withdrawn, open);
        assertThat(ids(operator.get("/v1/cases?text=" + open.substring(0, open.length() - 1))))
                .contains(open);
        assertThat(ids(operator.get("/v1/cases?text=nothing-begins-so"))).isEmpty();
        assertRefused(operator.get("/v1/cases?text=ab"), 400, "validation-failed");
        assertRefused(operator.get("/v1/cases?text=" + encoded("a%'")), 400, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=COMPLAINT",
                "tag=surge",
                "advocateId=adv-1",
                "adjudicatorId=adj-1",
                "department=enforcement",
                "clauseId=C-02",
                "queue=cases",
                "openedFrom=2018-04-26T01:00:00Z",
                "openedTo=2018-04-26T01:00:00Z",
                "pastDue=true",
                "text=pen_",
                "sort=DUE"
            })
    void the_merchants_side_asks_by_none_of_what_staff_ask_by(String filter) {
        Penalty penalty = SUITE.penalty();
        SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);

        assertRefused(SUITE.merchant(penalty.merchantId()).get("/v1/cases?" + filter), 400, "validation-failed");
        assertRefused(
                SUITE.agency("agency-7", penalty.merchantId(), "man_7").get("/v1/cases?" + filter),
                400,
                "validation-failed");
        assertThat(operator.get("/v1/cases?" + filter).status()).isEqualTo(200);
    }

    @Test
    void a_cursor_of_another_list_is_none() {
        String ofIds = "cas_1";
        for (String key :
                List.of("2018-04-26T01:00:00Z\u001fcas_1", "cas_1\u001fcas_2\u001fcas_3", "yesterday\u001fcas_1")) {
            assertRefused(operator.get("/v1/cases?cursor=" + cursor(key)), 400, "validation-failed");
        }
        assertRefused(operator.get("/v1/cases?sort=DUE&cursor=" + cursor(ofIds)), 400, "validation-failed");
        assertRefused(
                operator.get("/v1/cases?sort=DUE&cursor=" + cursor("+999999999-01-01T00:00:00Z\u001fcas_1")),
                400,
                "validation-failed");
        assertThat(operator.get("/v1/cases?cursor=" + cursor(ofIds)).status()).isEqualTo(200);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** A quarter of an hour after the last one was opened. */
    private void looked(String... cases) {
        SUITE.clock.set("2018-04-26T10:20:00+08:00");
        for (String id : cases) {
            clocks.awaitLook(id);
        }
    }

    private static String id(Answer opened) {
        assertThat(opened.status()).as(opened.text()).isBetween(200, 201);
        return opened.json().getString("id");
    }
}
