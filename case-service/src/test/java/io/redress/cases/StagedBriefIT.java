package io.redress.cases;

import static io.redress.cases.MessageClient.assertRefused;
import static io.redress.cases.MessageClient.ok;
import static io.redress.cases.TalkSuite.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The brief before it is filed: written bit by bit, seen by the two alone, filed once. */
class StagedBriefIT {

    private static final JsonObject STAGED = new JsonObject().put("staged", true);

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        Defence.sample();
    }

    @AfterEach
    void sample() {
        Defence.sample();
    }

    private static JsonObject point(String violationId) {
        return new JsonObject().put("violationId", violationId);
    }

    private static JsonObject brief(JsonObject... points) {
        return new JsonObject().put("violations", new JsonArray(List.of((Object[]) points)));
    }

    private static List<String> missing(Answer staged) {
        return ok(staged).json().getJsonArray("missing").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("code") + " " + one.getString("pointer"))
                .toList();
    }

    @Test
    void it_is_written_bit_by_bit_says_what_it_lacks_and_is_filed_once() {
        TalkSuite of = TalkSuite.aCase();
        Answer nothing = ok(of.advocate().staged());
        assertThat(nothing.etag()).isEqualTo("\"0\"");
        assertThat(nothing.json().containsKey("stagedBy")).isFalse();
        assertThat(missing(nothing)).containsExactly("grounds-missing /violations");

        Answer begun = ok(of.advocate().stage(nothing, brief(point(of.penalty.violationId()))));
        assertThat(begun.etag()).isEqualTo("\"1\"");
        assertThat(begun.json().getString("stagedBy")).isEqualTo("adv-1");
        assertThat(missing(begun)).containsExactly("grounds-missing /violations/0");
        assertRefused(of.command(advocate, "briefs", STAGED), 422, "grounds-missing");

        JsonObject whole = CaseSuite.brief(of.penalty, "NOT_ENUMERATED", "FACTS_WRONG");
        whole.getJsonArray("violations").getJsonObject(0).put("precedents", new JsonArray());
        whole.put(
                "evidence",
                new JsonArray()
                        .add(new JsonObject()
                                .put("kind", "letter")
                                .put("reference", "doc-9")
                                .put("requirementId", "disputedFact." + of.penalty.violationId())));
        Answer written = ok(of.advocate().stage(begun, whole));
        assertThat(missing(written)).isEmpty();
        assertThat(written.json().getJsonArray("violations")).isEqualTo(whole.getJsonArray("violations"));
        assertThat(written.json().getJsonArray("evidence")).isEqualTo(whole.getJsonArray("evidence"));
        assertThat(of.merchant().staged().text())
                .isEqualTo(of.advocate().staged().text());
        assertThat(of.seen().etag()).as("no new version of the case").isEqualTo(of.assigned.etag());

        Answer filed = ok(of.command(advocate, "briefs", STAGED));
        assertThat(filed.json().getString("status")).isEqualTo("SUBMITTED");
        assertThat(filed.json().getJsonObject("brief").getJsonArray("violations"))
                .isEqualTo(whole.getJsonArray("violations"));
        assertThat(filed.json().getJsonObject("brief").getJsonArray("evidence").encode())
                .contains("doc-9", "disputedFact." + of.penalty.violationId());
        assertThat(filed.json().getJsonObject("brief").getString("relief")).isEqualTo("48 to 24");
        assertRefused(of.command(advocate, "briefs", STAGED), 409, "illegal-transition");
        Answer gone = ok(of.advocate().staged());
        assertThat(gone.json().getJsonArray("violations")).isEmpty();
        assertThat(gone.json().getString("relief")).isEmpty();
        assertThat(gone.etag()).isEqualTo("\"3\"");
        assertRefused(of.advocate().stage(gone, whole), 409, "illegal-transition");
        assertRefused(of.advocate().discard(gone), 409, "illegal-transition");
    }

    @Test
    void everything_that_it_would_be_refused_for_is_said_with_its_place() {
        TalkSuite of = TalkSuite.aCase();
        JsonObject hardship = point(of.penalty.violationId())
                .put("grounds", new JsonArray().add("HARDSHIP"))
                .put(
                        "evidence",
                        new JsonArray()
                                .add(new JsonObject().put("kind", "receipt").put("reference", "evd_unknown")));
        JsonObject twice = point(of.penalty.violationId()).put("grounds", new JsonArray().add("FACTS_WRONG"));

        Answer staged = of.advocate().stage(of.advocate().staged(), brief(hardship, twice, point("vio_other")));

        assertThat(missing(staged))
                .containsExactly(
                        "hardship-is-no-ground /violations/0",
                        "unknown-evidence /violations/0/evidence",
                        "unknown-violation /violations/1",
                        "unknown-violation /violations/2");
    }

    @Test
    void what_is_filed_without_it_leaves_none_behind() {
        TalkSuite of = TalkSuite.aCase();
        ok(of.advocate().stage(of.advocate().staged(), brief(point(of.penalty.violationId()))));
        JsonObject whole = CaseSuite.brief(of.penalty, "NOT_ENUMERATED");

        assertRefused(of.command(advocate, "briefs", whole.copy().put("staged", true)), 400, "validation-failed");
        assertRefused(of.command(advocate, "briefs", new JsonObject()), 422, "grounds-missing");
        ok(of.command(advocate, "briefs", whole));

        Answer gone = ok(of.advocate().staged());
        assertThat(gone.json().getJsonArray("violations")).isEmpty();
        assertThat(gone.json().containsKey("stagedBy")).isFalse();
        assertThat(gone.etag()).isEqualTo("\"2\"");
    }

    @Test
    void it_is_changed_and_thrown_away_by_whoever_has_seen_the_last_of_it() {
        TalkSuite of = TalkSuite.aCase();
        Answer nothing = of.advocate().staged();
        Answer first = ok(of.advocate().stage(nothing, brief(point(of.penalty.violationId()))));

        assertRefused(of.advocate().stage(nothing, brief()), 412, "version-conflict");
        assertRefused(of.advocate().discard(nothing), 412, "version-conflict");
        assertRefused(advocate.put("/v1/cases/" + of.caseId + "/briefs/staged", brief()), 428, "precondition-required");
        assertRefused(
                advocate.send("DELETE", "/v1/cases/" + of.caseId + "/briefs/staged", Optional.empty()),
                428,
                "precondition-required");
        Answer gone = ok(of.advocate().discard(first));
        assertThat(gone.etag()).isEqualTo("\"2\"");
        assertThat(gone.json().getJsonArray("violations")).isEmpty();
        assertThat(ok(of.advocate().discard(gone)).etag())
                .as("nothing is there")
                .isEqualTo("\"2\"");
        assertRefused(of.command(advocate, "briefs", STAGED), 422, "grounds-missing");
        assertThat(ok(of.advocate().stage(gone, CaseSuite.brief(of.penalty, "FACTS_WRONG")))
                        .etag())
                .isEqualTo("\"3\"");
    }

    @Test
    void the_two_alone_see_it_and_the_advocate_alone_writes_it() {
        TalkSuite of = TalkSuite.aCase();
        Answer staged = ok(of.advocate().stage(of.advocate().staged(), brief(point(of.penalty.violationId()))));

        assertThat(ok(of.agency().staged()).json().getLong("version")).isEqualTo(1);
        assertThat(ok(of.integrity().staged()).json().getLong("version")).isEqualTo(1);
        assertRefused(of.otherAdvocate().staged(), 404, "not-found");
        assertRefused(of.staff("adj-2", "integrity", "adjudicator").staged(), 404, "not-found");
        assertRefused(of.otherAdvocate().stage(staged, brief()), 403, "not-the-advocate");
        assertRefused(of.otherAdvocate().discard(staged), 403, "not-the-advocate");
        for (MessageClient other : List.of(
                of.department(), of.staff("legal-1", "respondent"), of.adjudicator(), of.staff("ops-1", "operator"))) {
            assertRefused(other.staged(), 403, "forbidden");
        }
        for (MessageClient reader : List.of(of.merchant(), of.agency(), of.integrity(), of.adjudicator())) {
            assertRefused(reader.stage(staged, brief()), 403, "forbidden");
            assertRefused(reader.discard(staged), 403, "forbidden");
        }
        assertRefused(of.otherMerchant().staged(), 404, "not-found");
    }

    @Test
    void after_a_hand_over_it_is_the_new_advocates() {
        TalkSuite of = TalkSuite.aCase();
        Answer staged = ok(of.advocate().stage(of.advocate().staged(), CaseSuite.brief(of.penalty, "FACTS_WRONG")));

        of.handedOver();

        assertRefused(of.advocate().staged(), 404, "not-found");
        assertRefused(of.advocate().stage(staged, brief()), 403, "not-the-advocate");
        assertThat(ok(of.otherAdvocate().staged()).json().getString("stagedBy")).isEqualTo("adv-1");
        Answer filed = ok(of.command(SUITE.staff("adv-2", "advocate"), "briefs", STAGED));
        assertThat(filed.json().getJsonObject("brief").getString("advocateId")).isEqualTo("adv-2");
    }

    @Test
    void its_evidence_is_filed_with_it() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer file = of.merchant().add(of.caseId, EvidenceClient.document());
        MessageClient talk = new MessageClient(advocate, of.caseId);
        JsonObject whole = CaseSuite.brief(of.penalty, "FACTS_WRONG");
        whole.getJsonArray("violations")
                .getJsonObject(0)
                .put("evidence", new JsonArray().add(EvidenceSuite.cited(file)));

        assertThat(missing(talk.stage(talk.staged(), whole))).isEmpty();
        assertThat(of.adjudicator().list(of.caseId).json().getJsonArray("items"))
                .as("staged only")
                .isEmpty();
        ok(SUITE.command(advocate, of.opened, "briefs", STAGED));

        assertThat(EvidenceSuite.ids(of.adjudicator().list(of.caseId))).containsExactly(EvidenceSuite.id(file));
    }
}
