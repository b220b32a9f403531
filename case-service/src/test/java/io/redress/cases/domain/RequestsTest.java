package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.OPERATOR;
import static io.redress.cases.domain.CaseFixtures.REPLIES_BY;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static io.redress.cases.domain.CaseFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases that are no appeals: whether they can be opened, and how they can be decided. */
class RequestsTest {

    private static final Party PARTY = new Party("m-1004", "s-2004", "zh");
    private static final Money ASKED = new Money(450_000, "CNY");
    private static final Instant LOST = CaseFixtures.at("2017-04-21T10:00:01+08:00");
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(ZoneId.of("Asia/Shanghai"), Map.of());

    @Test
    void a_window_of_a_year_from_the_loss_is_open_to_its_last_instant() {
        assertThat(open(loss(LOST), known("departments named as liable", false)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(refusal(open(loss(LOST.minusSeconds(1)), known("departments named as liable", false)))
                        .code())
                .isEqualTo(CaseRefusal.REQUEST_WINDOW_CLOSED);
        assertThat(refusal(open(loss(OPENED.plusNanos(1)), known("departments named as liable", false)))
                        .code())
                .isEqualTo(CaseRefusal.TIME_IN_FUTURE);
    }

    @Test
    void the_department_that_answers_is_the_one_the_policy_points_to() {
        assertThat(opened(loss(LOST), known("departments named as liable", false))
                        .people()
                        .respondentDepartment())
                .contains("technology");
        Fee fee = new Fee("fee-1", ASKED, OPENED, "campaigns", Optional.empty(), "");
        assertThat(opened(fee, known("department that charged the fee", false))
                        .people()
                        .respondentDepartment())
                .contains("campaigns");
        assertThat(opened(new Complaint("enforcement", Optional.empty(), ""), known("department complained of", false))
                        .people()
                        .respondentDepartment())
                .contains("enforcement");
        assertThat(opened(transfer(Optional.empty()), known("governance", false))
                        .people()
                        .respondentDepartment())
                .contains("governance");
    }

    @ParameterizedTest
    @EnumSource(ShopTransfer.Bar.class)
    void a_shop_with_a_bar_is_not_transferred(ShopTransfer.Bar bar) {
        assertThat(refusal(open(transfer(Optional.of(bar)), known("governance", false)))
                        .code())
                .isEqualTo(CaseRefusal.TRANSFER_BARRED);
    }

    @Test
    void a_duplicate_is_refused_last_so_that_it_says_nothing_to_those_who_may_not_ask() {
        assertThat(refusal(open(loss(LOST), known("departments named as liable", true)))
                        .code())
                .isEqualTo(CaseRefusal.DUPLICATE);
        assertThat(refusal(open(loss(OPENED.plusSeconds(1)), known("departments named as liable", true)))
                        .code())
                .isEqualTo(CaseRefusal.TIME_IN_FUTURE);
    }

    @Test
    void the_right_to_open_is_recorded_by_who_opens() {
        Actor delegate = new Actor("user-2", Set.of("delegate"), Optional.of("m-1004"), Optional.empty());
        Actor agency =
                new Actor("ag-1", Set.of("agency"), Optional.of("m-1004"), Optional.empty(), Optional.of("man_1"));

        assertThat(Opening.by(MERCHANT, false, OPENED).right()).contains(Opening.Right.OWNER);
        assertThat(Opening.by(delegate, false, OPENED).right()).contains(Opening.Right.DELEGATE);
        assertThat(Opening.by(agency, false, OPENED).right()).contains(Opening.Right.AGENCY);
        assertThat(Opening.by(agency, false, OPENED).mandate()).contains("man_1");
        assertThat(Opening.by(ADVOCATE, true, OPENED).right()).contains(Opening.Right.ADVOCATE);
    }

    @Test
    void money_that_is_granted_whole_is_all_that_was_asked_for() {
        CaseFile drafted = done(draft(RulingOutcome.GRANT, Optional.empty(), List.of(claim(450_000))));

        assertThat(drafted.proceedings().draft().orElseThrow().moneyBack()).contains(ASKED);
        CaseFile ruled = done(Judgment.rule(
                drafted, ADJUDICATOR, "rul_1", "drf_1", ruling(RulingOutcome.GRANT), EFFECTS_WITHIN, AFTER_REPLIES));
        assertThat(ruled.status()).isEqualTo(CaseStatus.EXECUTING);
        CaseFile closed = done(Judgment.confirmEffect(
                ruled, "eff_9", EffectState.APPLIED, Optional.empty(), "refund-service", AFTER_REPLIES));
        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void money_that_is_granted_in_part_is_less_and_of_the_same_currency() {
        assertThat(draft(RulingOutcome.PARTLY_GRANT, Optional.of(new Money(449_999, "CNY")), List.of(claim(449_999))))
                .isInstanceOf(Outcome.Done.class);
        for (Money amount : List.of(ASKED, new Money(0, "CNY"), new Money(1, "USD"), new Money(450_001, "CNY"))) {
            assertThat(refusal(draft(RulingOutcome.PARTLY_GRANT, Optional.of(amount), List.of()))
                            .code())
                    .isEqualTo(CaseRefusal.AMOUNT_MISMATCH);
        }
        assertThat(refusal(draft(RulingOutcome.DENY, Optional.of(new Money(1, "CNY")), List.of()))
                        .code())
                .isEqualTo(CaseRefusal.AMOUNT_MISMATCH);
    }

    @Test
    void an_effect_that_the_policy_does_not_have_is_refused() {
        EffectLine points = CaseFixtures.points();

        assertThat(refusal(draft(RulingOutcome.GRANT, Optional.empty(), List.of(points)))
                        .code())
                .isEqualTo(CaseRefusal.EFFECT_NOT_OF_KIND);
    }

    @Test
    void every_kind_has_its_own_outcomes_and_a_shop_never_goes_in_part() {
        Set<RulingOutcome> appeals = EnumSet.of(
                RulingOutcome.UPHOLD, RulingOutcome.OVERTURN, RulingOutcome.PARTIAL, RulingOutcome.CONDITIONAL);
        Set<RulingOutcome> requests = EnumSet.of(RulingOutcome.GRANT, RulingOutcome.PARTLY_GRANT, RulingOutcome.DENY);

        for (RulingOutcome outcome : RulingOutcome.values()) {
            assertThat(CaseKind.PENALTY_APPEAL.has(outcome)).isEqualTo(appeals.contains(outcome));
            for (CaseKind kind : List.of(CaseKind.COMPENSATION, CaseKind.FEE_RELIEF, CaseKind.COMPLAINT)) {
                assertThat(kind.has(outcome)).isEqualTo(requests.contains(outcome));
            }
            assertThat(CaseKind.SHOP_TRANSFER.has(outcome))
                    .isEqualTo(requests.contains(outcome) && outcome != RulingOutcome.PARTLY_GRANT);
        }
    }

    @Test
    void whoever_belongs_to_a_department_that_is_named_has_a_part_in_the_case() {
        CaseFile opened = opened(loss(LOST), known("departments named as liable", false));
        Actor liable = staff("cto", "technology", "adjudicator");
        CaseFile submitted = submitted(opened);

        assertThat(refusal(Deliberation.claim(submitted, liable, REPLIES_BY, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(refusal(Requests.open(
                                "cas_2",
                                PARTY,
                                loss(LOST),
                                known("departments named as liable", false),
                                staff("cto", "technology", "advocate"),
                                true,
                                Optional.empty(),
                                OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
    }

    private static Loss loss(Instant at) {
        return new Loss("inc-1", ASKED, at, List.of("technology", "campaigns"), "");
    }

    private static ShopTransfer transfer(Optional<ShopTransfer.Bar> bar) {
        return new ShopTransfer("s-2004", "heir-1", List.of(), "", bar);
    }

    private static Requests.Known known(String respondent, boolean duplicate) {
        CaseKind kind =
                switch (respondent) {
                    case "departments named as liable" -> CaseKind.COMPENSATION;
                    case "department that charged the fee" -> CaseKind.FEE_RELIEF;
                    case "department complained of" -> CaseKind.COMPLAINT;
                    default -> CaseKind.SHOP_TRANSFER;
                };
        KindPolicy policy = new KindPolicy(
                kind,
                Optional.of(Term.parse("P1Y")),
                KindPolicy.Once.UNLIMITED,
                KindPolicy.Respondent.of(respondent).orElseThrow(),
                List.of(),
                Set.of(EffectKind.CLAIM, EffectKind.TRANSFER));
        return new Requests.Known(
                Optional.of(policy), 1, Set.of("technology", "campaigns", "enforcement"), duplicate, CALENDAR);
    }

    private static Outcome<CaseChange> open(Request request, Requests.Known known) {
        return Requests.open("cas_1", PARTY, request, known, MERCHANT, false, Optional.empty(), OPENED);
    }

    private static CaseFile opened(Request request, Requests.Known known) {
        return done(open(request, known));
    }

    private static CaseFile submitted(CaseFile opened) {
        CaseFile assigned = done(Advocacy.assign(opened, OPERATOR, "adv-1", OPENED));
        return done(Advocacy.fileBrief(
                assigned,
                ADVOCATE,
                "brf_1",
                "",
                List.of(new BriefPoint("loss", List.of(Ground.PLATFORM_FAULT), TEXT, List.of())),
                OPENED));
    }

    private static Outcome<CaseChange> draft(RulingOutcome outcome, Optional<Money> money, List<EffectLine> lines) {
        CaseFile submitted = submitted(opened(loss(LOST), known("departments named as liable", false)));
        CaseFile claimed = done(Deliberation.claim(submitted, ADJUDICATOR, OPENED, OPENED));
        return Deliberation.draft(
                claimed,
                ADJUDICATOR,
                "drf_1",
                new Deliberation.DraftContent(outcome, Optional.empty(), money, ruling(outcome), Optional.empty()),
                lines,
                Optional.empty(),
                REPLIES_BY,
                OPENED);
    }

    private static List<ViolationRuling> ruling(RulingOutcome outcome) {
        return List.of(new ViolationRuling("loss", outcome, TEXT, List.of("inc-1")));
    }

    private static EffectLine claim(long amountMinor) {
        return EffectLine.pinned(
                "eff_9",
                EffectOwner.REFUNDS,
                EffectKind.CLAIM,
                "clm_9",
                new EffectTarget(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Money(amountMinor, "CNY")),
                        Optional.empty()));
    }
}
