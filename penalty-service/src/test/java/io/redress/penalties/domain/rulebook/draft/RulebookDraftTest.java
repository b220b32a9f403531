package io.redress.penalties.domain.rulebook.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft.Status;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Version 13 with the rules of 12, fifteen days of notice. */
class RulebookDraftTest {

    private static final Instant APRIL_1 = Instant.parse("2018-04-01T00:00:00Z");
    private static final Instant APRIL_16 = Instant.parse("2018-04-16T00:00:00Z");
    private static final Instant MAY_1 = Instant.parse("2018-05-01T00:00:00Z");
    private static final Rulebooks REGISTERED = new Rulebooks(List.of(
            RulebookDocument.parse(SampleRulebooks.json(11).encode()),
            RulebookDocument.parse(SampleRulebooks.json(12).encode())));

    private final RulebookDraft draft = RulebookDraft.opened("rbd_1", form(thirteen()), "gov-vp", APRIL_1);

    @Test
    void what_is_announced_has_its_dates_and_may_be_objected_to_until_the_notice_period_ends() {
        RulebookDraft announced = done(draft.announced(MAY_1, APRIL_1, REGISTERED));

        assertThat(announced.status()).isEqualTo(Status.NOTICE);
        assertThat(announced.form().publishedAt()).isEqualTo(APRIL_1);
        assertThat(announced.form().effectiveFrom()).isEqualTo(MAY_1);
        assertThat(announced.notice()).contains(new RulebookDraft.Notice(APRIL_1, APRIL_16, MAY_1));
        assertThat(announced.notice().orElseThrow().runsAt(APRIL_16.minusNanos(1)))
                .isTrue();
        assertThat(announced.notice().orElseThrow().runsAt(APRIL_16)).isFalse();
    }

    @Test
    void it_is_effective_at_the_end_of_the_notice_period_at_the_earliest() {
        assertThat(done(draft.announced(APRIL_16, APRIL_1, REGISTERED)).announced())
                .isTrue();
        assertThat(refusal(draft.announced(APRIL_16.minusSeconds(1), APRIL_1, REGISTERED))
                        .code())
                .isEqualTo(PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT);
    }

    @Test
    void rules_that_contradict_themselves_are_not_announced() {
        JsonObject rules = thirteen();
        rules.getJsonArray("clauses").getJsonObject(0).getJsonObject("text").put("en", "");
        rules.getJsonArray("thresholds").getJsonObject(2).put("points", 12);
        RulebookDraft spoilt = done(draft.changed(form(rules)));

        Refusal refusal = refusal(spoilt.announced(MAY_1, APRIL_1, REGISTERED));

        assertThat(refusal.code()).isEqualTo(PenaltyRefusal.RULEBOOK_INVALID);
        assertThat(refusal.wrong())
                .extracting(Refusal.Wrong::pointer)
                .containsExactly("/thresholds/2/points", "/clauses/0/text/en");
        assertThat(spoilt.problems(REGISTERED)).hasSize(2);
    }

    @Test
    void an_effect_is_put_off_and_never_brought_forward_and_the_notice_period_stays() {
        RulebookDraft announced = done(draft.announced(MAY_1, APRIL_1, REGISTERED));
        Instant later = MAY_1.plusSeconds(86_400);

        RulebookDraft putOff = done(announced.announced(later, APRIL_16, REGISTERED));

        assertThat(putOff.notice()).contains(new RulebookDraft.Notice(APRIL_1, APRIL_16, later));
        assertThat(refusal(announced.announced(MAY_1.minusSeconds(1), APRIL_16, REGISTERED))
                        .code())
                .isEqualTo(PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT);
    }

    @Test
    void it_is_published_after_the_notice_period_and_before_its_effect_without_open_objections() {
        RulebookDraft announced = done(draft.announced(MAY_1, APRIL_1, REGISTERED));

        assertThat(refusal(announced.published(0, APRIL_16.minusSeconds(1))).code())
                .isEqualTo(PenaltyRefusal.NOTICE_PERIOD_RUNNING);
        assertThat(refusal(announced.published(1, APRIL_16)).code()).isEqualTo(PenaltyRefusal.OBJECTIONS_UNANSWERED);
        assertThat(refusal(announced.published(0, MAY_1.plusNanos(1))).code())
                .isEqualTo(PenaltyRefusal.EFFECT_IN_THE_PAST);
        RulebookDraft published = done(announced.published(0, MAY_1));
        assertThat(published.status()).isEqualTo(Status.PUBLISHED);
        assertThat(published.endedAt()).contains(MAY_1);
    }

    @Test
    void what_was_announced_is_not_changed_and_what_has_ended_does_not_move() {
        RulebookDraft announced = done(draft.announced(MAY_1, APRIL_1, REGISTERED));
        RulebookDraft withdrawn = done(announced.withdrawn(new Text("收回", "Taken back."), APRIL_16));

        assertThat(currentStatus(announced.changed(form(thirteen())))).isEqualTo("NOTICE");
        assertThat(currentStatus(draft.published(0, APRIL_16))).isEqualTo("DRAFT");
        assertThat(currentStatus(withdrawn.changed(form(thirteen())))).isEqualTo("WITHDRAWN");
        assertThat(currentStatus(withdrawn.announced(MAY_1, APRIL_16, REGISTERED)))
                .isEqualTo("WITHDRAWN");
        assertThat(currentStatus(withdrawn.published(0, APRIL_16))).isEqualTo("WITHDRAWN");
        assertThat(currentStatus(withdrawn.withdrawn(new Text("再", "Again."), APRIL_16)))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void an_objection_stands_as_long_as_one_merchant_does_and_is_answered_once() {
        Objection raised = Objection.raised("obj_1", draft, "m-1", Optional.empty(), "zh", "太短", APRIL_1);
        Objection joined = done(raised.joined());
        Objection.Answer answer = new Objection.Answer(new Text("理由", "Reasons."), "gov-vp", APRIL_16);

        assertThat(joined.supporters()).isEqualTo(2);
        Objection alone = done(joined.left());
        assertThat(alone.status()).isEqualTo(Objection.Status.OPEN);
        Objection nobody = done(alone.left());
        assertThat(nobody.status()).isEqualTo(Objection.Status.WITHDRAWN);
        assertThat(currentStatus(nobody.joined())).isEqualTo("WITHDRAWN");
        assertThat(currentStatus(nobody.answered(answer))).isEqualTo("WITHDRAWN");
        Objection answered = done(joined.answered(answer));
        assertThat(answered.status()).isEqualTo(Objection.Status.ANSWERED);
        assertThat(answered.answer()).isEqualTo(Optional.of(answer));
        assertThat(currentStatus(answered.answered(answer))).isEqualTo("ANSWERED");
        assertThat(currentStatus(answered.joined())).isEqualTo("ANSWERED");
        assertThat(currentStatus(answered.left())).isEqualTo("ANSWERED");
    }

    private static JsonObject thirteen() {
        JsonObject rules = SampleRulebooks.json(12).put("version", 13);
        rules.remove("publishedAt");
        rules.remove("effectiveFrom");
        return rules;
    }

    private static RulebookForm form(JsonObject rules) {
        return RulebookDocument.read(rules.encode());
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private static String currentStatus(Outcome<?> outcome) {
        assertThat(refusal(outcome).code()).isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
        return refusal(outcome).attributes().get("currentStatus");
    }
}
