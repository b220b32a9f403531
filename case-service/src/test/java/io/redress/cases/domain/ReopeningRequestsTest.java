package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPERATOR;
import static io.redress.cases.domain.CaseFixtures.OTHER;
import static io.redress.cases.domain.CaseFixtures.REPLIES_BY;
import static io.redress.cases.domain.CaseFixtures.REQUEST_DUE;
import static io.redress.cases.domain.CaseFixtures.RESPONDENT;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.THIRD;
import static io.redress.cases.domain.CaseFixtures.asked;
import static io.redress.cases.domain.CaseFixtures.closed;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.events;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static io.redress.cases.domain.CaseFixtures.requested;
import static io.redress.cases.domain.CaseFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Reopening.Ground;
import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The merchant's side asks that a closed case be decided anew, and is answered once. */
class ReopeningRequestsTest {

    private static final Instant BEFORE_THE_RULING = REPLIES_BY;
    private static final Instant AFTER_THE_RULING = AFTER_REPLIES.plusSeconds(1);
    private static final Evidence NEW = new Evidence("photo", "doc-9");

    @ParameterizedTest
    @EnumSource
    void the_merchants_side_asks_on_each_ground_and_the_case_stays_closed(Ground ground) {
        CaseFile file = done(ask(closed(), MERCHANT, asked(ground, NEW)));

        assertThat(file.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(file.proceedings().waitingRequest()).hasValueSatisfying(request -> assertThat(request)
                .returns(ground, ReopeningRequest::ground)
                .returns(Correspondent.MERCHANT, ReopeningRequest::from)
                .returns(REQUEST_DUE, ReopeningRequest::dueAt)
                .returns(ReopeningRequest.State.OPEN, ReopeningRequest::state));
    }

    @Test
    void nobody_else_asks() {
        assertThat(code(ask(closed(), staff("adv-2", "advocacy", "advocate"), asked(Ground.PROCEDURE))))
                .isEqualTo(CaseRefusal.NOT_THE_ADVOCATE);
        assertThat(code(ask(closed(), RESPONDENT, asked(Ground.PROCEDURE)))).isEqualTo(CaseRefusal.NOT_THE_ADVOCATE);
    }

    @Test
    void the_merchant_writes_in_either_language_and_the_advocate_in_both() {
        ReopeningRequests.Content inOne = asked(Ground.PROCEDURE);
        ReopeningRequests.Content inBoth = content(Optional.of(Ground.PROCEDURE), TEXT);

        assertThat(code(ask(closed(), ADVOCATE, inOne))).isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(done(ask(closed(), ADVOCATE, inBoth)).proceedings().waitingRequest())
                .map(ReopeningRequest::from)
                .contains(Correspondent.ADVOCATE);
        assertThat(code(ask(closed(), MERCHANT, content(Optional.of(Ground.PROCEDURE), BilingualText.EMPTY))))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(code(ask(closed(), MERCHANT, content(Optional.empty(), TEXT))))
                .isEqualTo(CaseRefusal.GROUNDS_MISSING);
    }

    /** The brief puts doc-1 forward, and doc-2 as hardship. */
    @ParameterizedTest
    @CsvSource({
        "NEW_EVIDENCE, photo, doc-9, ",
        "NEW_EVIDENCE, photo, doc-1, NEW_EVIDENCE_MISSING",
        "PROCEDURE, photo, doc-1, ",
        "NEW_EVIDENCE, HARDSHIP, doc-9, HARDSHIP_IS_NO_GROUND",
        "PROCEDURE, HARDSHIP, doc-9, HARDSHIP_IS_NO_GROUND",
        "NEW_EVIDENCE, photo, evd_unknown, UNKNOWN_EVIDENCE"
    })
    void new_evidence_is_something_that_was_not_put_forward_before(
            Ground ground, String kind, String reference, CaseRefusal refused) {
        Outcome<CaseChange> outcome = ask(closed(), MERCHANT, asked(ground, new Evidence(kind, reference)));

        if (refused == null) {
            assertThat(done(outcome).proceedings().waitingRequest()).isPresent();
        } else {
            assertThat(code(outcome)).isEqualTo(refused);
        }
    }

    @Test
    void a_file_is_new_unless_it_was_filed_before_the_ruling() {
        assertThat(code(ask(closed(), MERCHANT, asked(Ground.NEW_EVIDENCE))))
                .isEqualTo(CaseRefusal.NEW_EVIDENCE_MISSING);
        assertThat(done(ask(closed(), MERCHANT, naming(file()))).proceedings().waitingRequest())
                .isPresent();
        assertThat(done(ask(closed(), MERCHANT, naming(file().filed("adv-1", AFTER_THE_RULING))))
                        .proceedings()
                        .waitingRequest())
                .isPresent();
        assertThat(code(ask(closed(), MERCHANT, naming(file().filed("adv-1", BEFORE_THE_RULING)))))
                .isEqualTo(CaseRefusal.NEW_EVIDENCE_MISSING);
    }

    @Test
    void what_gave_everything_is_not_asked_about() {
        assertThat(code(ask(overturned(), MERCHANT, asked(Ground.PROCEDURE)))).isEqualTo(CaseRefusal.WORSE_OFF);
    }

    @Test
    void one_request_waits_at_a_time_and_five_are_made() {
        assertThat(code(ask(requested(), ADVOCATE, content(Optional.of(Ground.PROCEDURE), TEXT))))
                .isEqualTo(CaseRefusal.DUPLICATE);

        CaseFile file = closed();
        for (int i = 1; i <= 5; i++) {
            file = done(ReopeningRequests.ask(
                    file, MERCHANT, "rrq_" + i, asked(Ground.PROCEDURE), REQUEST_DUE, AFTER_REPLIES));
            file = done(ReopeningRequests.refuse(file, OTHER, "rrq_" + i, TEXT, AFTER_REPLIES));
        }
        assertThat(code(ask(file, MERCHANT, asked(Ground.PROCEDURE)))).isEqualTo(CaseRefusal.REOPENING_LIMIT_REACHED);
    }

    @Test
    void what_could_only_be_refused_is_not_asked_for() {
        CaseFile file = closed();
        for (int i = 1; i <= 5; i++) {
            file = done(propose(file, staff("adj-p" + i, "adjudication", "adjudicator"), Optional.empty()));
            file = done(Review.decide(file, THIRD, false, TEXT, AFTER_REPLIES));
        }

        assertThat(code(ask(file, MERCHANT, asked(Ground.PROCEDURE)))).isEqualTo(CaseRefusal.REOPENING_LIMIT_REACHED);
    }

    @Test
    void an_adjudicator_without_a_part_in_it_refuses_once_with_reasons_in_both_languages() {
        assertThat(code(refuse(requested(), ADJUDICATOR))).isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(code(refuse(requested(), staff("enf-1", "enforcement", "adjudicator"))))
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(code(ReopeningRequests.refuse(
                        requested(), OTHER, "rrq_1", new BilingualText("不成立", ""), AFTER_REPLIES)))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(code(ReopeningRequests.refuse(requested(), OTHER, "rrq_9", TEXT, AFTER_REPLIES)))
                .isEqualTo(CaseRefusal.REOPENING_NOT_REQUESTED);
        assertThat(code(refuse(closed(), OTHER))).isEqualTo(CaseRefusal.REOPENING_NOT_REQUESTED);

        CaseFile refused = done(refuse(requested(), OTHER));

        assertThat(refused.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(refused.proceedings().requests().get(0).state()).isEqualTo(ReopeningRequest.State.REFUSED);
        assertThat(code(refuse(refused, THIRD))).isEqualTo(CaseRefusal.REOPENING_NOT_REQUESTED);
    }

    @Test
    void a_proposal_takes_it_up_and_the_second_adjudicator_answers_it() {
        CaseFile proposed = done(propose(requested(), OTHER, Optional.of("rrq_1")));

        assertThat(proposed.proceedings().requests().get(0).state()).isEqualTo(ReopeningRequest.State.PROPOSED);
        assertThat(code(propose(requested(), OTHER, Optional.of("rrq_9"))))
                .isEqualTo(CaseRefusal.REOPENING_NOT_REQUESTED);
        assertThat(answered(Review.decide(proposed, THIRD, true, TEXT, AFTER_REPLIES)))
                .isEqualTo(ReopeningRequest.State.GRANTED);
        Outcome<CaseChange> refused = Review.decide(proposed, THIRD, false, TEXT, AFTER_REPLIES);
        assertThat(answered(refused)).isEqualTo(ReopeningRequest.State.REFUSED);
        assertThat(events(refused))
                .hasOnlyElementsOfType(CaseEvent.CaseReopeningRefused.class)
                .first()
                .extracting(event -> ((CaseEvent.CaseReopeningRefused) event).requestId())
                .isEqualTo(Optional.of("rrq_1"));
    }

    @Test
    void a_proposal_on_its_own_grants_what_waits_but_refuses_only_itself() {
        CaseFile proposed = done(propose(requested(), OTHER, Optional.empty()));

        assertThat(answered(Review.decide(proposed, THIRD, true, TEXT, AFTER_REPLIES)))
                .isEqualTo(ReopeningRequest.State.GRANTED);
        assertThat(answered(Review.decide(proposed, THIRD, false, TEXT, AFTER_REPLIES)))
                .isEqualTo(ReopeningRequest.State.OPEN);
    }

    @Test
    void a_lapse_is_noted_once_and_decides_nothing() {
        assertThat(events(ReopeningRequests.overdue(requested(), REQUEST_DUE.minusSeconds(1))))
                .isEmpty();

        Outcome<CaseChange> lapsed = ReopeningRequests.overdue(requested(), REQUEST_DUE);

        assertThat(events(lapsed)).hasExactlyElementsOfTypes(CaseEvent.ReopeningRequestOverdue.class);
        CaseFile late = done(lapsed);
        assertThat(late.proceedings().waitingRequest()).hasValueSatisfying(request -> assertThat(request)
                .returns(true, ReopeningRequest::overdue)
                .returns(ReopeningRequest.State.OPEN, ReopeningRequest::state));
        assertThat(events(ReopeningRequests.overdue(late, REQUEST_DUE))).isEmpty();
        assertThat(answered(refuse(late, OTHER))).isEqualTo(ReopeningRequest.State.REFUSED);
    }

    @Test
    void those_who_answer_for_the_department_do_not_see_it() {
        assertThat(List.of(MERCHANT, ADVOCATE, OTHER, OPERATOR, staff("int-1", "integrity", "integrity")))
                .allMatch(viewer -> ReopeningRequests.seenBy(requested(), viewer));
        assertThat(List.of(
                        RESPONDENT,
                        staff("adv-2", "advocacy", "advocate"),
                        staff("enf-1", "enforcement", "adjudicator")))
                .noneMatch(viewer -> ReopeningRequests.seenBy(requested(), viewer));
    }

    private static ReopeningRequests.Content content(Optional<Ground> ground, BilingualText reasons) {
        return new ReopeningRequests.Content(ground, reasons, List.of(), Map.of());
    }

    private static ReopeningRequests.Content naming(EvidenceFile file) {
        return new ReopeningRequests.Content(
                Optional.of(Ground.NEW_EVIDENCE),
                TEXT,
                List.of(new Evidence("photo", file.id())),
                Map.of(file.id(), file));
    }

    private static EvidenceFile file() {
        return new EvidenceFile(
                "evd_1",
                "cas_1",
                Side.MERCHANT,
                "a.pdf",
                "application/pdf",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "",
                false,
                "user-1",
                BEFORE_THE_RULING,
                Optional.empty(),
                new EvidenceFile.Scan(ScanVerdict.CLEAN, Optional.empty(), 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CaseFile overturned() {
        List<ViolationRuling> decided =
                List.of(new ViolationRuling("vio_1", RulingOutcome.OVERTURN, TEXT, List.of("description")));
        CaseFile drafted = done(Deliberation.draft(
                CaseFixtures.answered(),
                ADJUDICATOR,
                "drf_1",
                new Deliberation.DraftContent(
                        RulingOutcome.OVERTURN, Optional.empty(), Optional.empty(), decided, Optional.empty()),
                List.of(),
                Optional.empty(),
                REPLIES_BY,
                CaseFixtures.OPENED));
        return done(Judgment.rule(drafted, ADJUDICATOR, "rul_1", "drf_1", decided, EFFECTS_WITHIN, AFTER_REPLIES));
    }

    private static Outcome<CaseChange> ask(CaseFile file, Actor actor, ReopeningRequests.Content content) {
        return ReopeningRequests.ask(file, actor, "rrq_8", content, REQUEST_DUE, AFTER_THE_RULING);
    }

    private static Outcome<CaseChange> refuse(CaseFile file, Actor actor) {
        return ReopeningRequests.refuse(file, actor, "rrq_1", TEXT, AFTER_REPLIES);
    }

    private static Outcome<CaseChange> propose(CaseFile file, Actor actor, Optional<String> requestId) {
        return Review.propose(file, actor, "reo_1", Optional.of(Ground.PROCEDURE), TEXT, requestId, AFTER_REPLIES);
    }

    private static ReopeningRequest.State answered(Outcome<CaseChange> outcome) {
        return done(outcome).proceedings().requests().get(0).state();
    }

    private static CaseRefusal code(Outcome<CaseChange> outcome) {
        return (CaseRefusal) refusal(outcome).code();
    }
}
