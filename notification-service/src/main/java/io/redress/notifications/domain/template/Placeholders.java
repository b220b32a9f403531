package io.redress.notifications.domain.template;

import static io.redress.notifications.domain.template.Placeholder.Kind.BILINGUAL;
import static io.redress.notifications.domain.template.Placeholder.Kind.CODE;
import static io.redress.notifications.domain.template.Placeholder.Kind.NUMBER;
import static io.redress.notifications.domain.template.Placeholder.Kind.OWN_WORDS;
import static io.redress.notifications.domain.template.Placeholder.Kind.TEXT;
import static io.redress.notifications.domain.template.Placeholder.Kind.TIME;
import static io.redress.notifications.domain.template.Placeholder.optional;
import static io.redress.notifications.domain.template.Placeholder.required;

import io.redress.notifications.domain.NoticeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each type of notice has to tell: the placeholders that its templates may, and must, name. */
public final class Placeholders {
    /** The name of the platform's zone, in the reader's language. */
    public static final String ZONE = "zone";

    /** When it happened, in business time. */
    static final String AT = "at";

    /** Whether a measure has an end of its own: {@code true} or {@code false}. */
    static final String ENDS = "ends";

    /** Whether the responding department has answered: {@code true} or {@code false}. */
    static final String ANSWERED = "answered";

    /** Whether a case is hidden from now on from the one who had it: {@code true} or {@code false}. */
    static final String OUTSIDE = "outside";

    /** Whether others were heard together with the case until then: {@code true} or {@code false}. */
    static final String HEARD_ALONE = "heardAlone";

    /** Whether a case has an advocate, who is absent: {@code true} or {@code false}. */
    static final String AWAY = "away";

    /** Days until a statement's penalty can no longer be appealed. */
    static final String APPEAL_DAYS = "appealDays";

    /** The reasons of a ruling, for each violation. */
    static final String RULING_REASONS = "rulingReasons";

    /** What a ruling orders. */
    static final String REDRESS = "redress";

    /** The conditions of a conditional ruling. */
    static final String CONDITIONS = "conditions";

    /** The merchant's name as the marketplace registered it. */
    public static final String MERCHANT_NAME = "merchantName";

    private static final List<Placeholder> ALWAYS = List.of(
            optional(AT, TIME),
            optional(ZONE, TEXT),
            optional("merchantId", TEXT),
            optional(MERCHANT_NAME, OWN_WORDS),
            optional("shopId", TEXT));

    private Placeholders() {}

    /** The placeholders of a type, by name. */
    public static Map<String, Placeholder> of(NoticeType type) {
        List<Placeholder> all = new ArrayList<>(ALWAYS);
        all.addAll(own(type));
        return all.stream().collect(Collectors.toMap(Placeholder::name, Function.identity(), (some, own) -> own));
    }

    private static List<Placeholder> own(NoticeType type) {
        return switch (type) {
            case STATEMENT_ISSUED ->
                List.of(
                        required("statement", BILINGUAL),
                        optional("penaltyId", TEXT),
                        optional("statementId", TEXT),
                        optional(APPEAL_DAYS, NUMBER));
            case MEASURE_IN_FORCE ->
                List.of(
                        required("shopId", TEXT),
                        required("kind", CODE),
                        required("startsAt", TIME),
                        required("endsAt", TIME),
                        required(ENDS, CODE),
                        optional("measureId", TEXT),
                        optional("penaltyId", TEXT));
            case MEASURE_LIFTED ->
                List.of(
                        required("shopId", TEXT),
                        required("kind", CODE),
                        optional("measureId", TEXT),
                        optional("penaltyId", TEXT));
            case PENALTY_REDUCED ->
                List.of(
                        required("penaltyId", TEXT),
                        required("pointsBefore", NUMBER),
                        required("pointsAfter", NUMBER),
                        optional("caseId", TEXT),
                        optional("rulingId", TEXT));
            case PENALTY_REVERSED ->
                List.of(
                        required("penaltyId", TEXT),
                        optional("pointsBefore", NUMBER),
                        optional("caseId", TEXT),
                        optional("rulingId", TEXT));
            case DISCLOSURE_ISSUED ->
                List.of(
                        required("penaltyId", TEXT),
                        required("disclosure", BILINGUAL),
                        optional("challengeId", TEXT),
                        optional("statementId", TEXT));
            case SEAL_CHALLENGE_ANSWERED ->
                List.of(
                        required("penaltyId", TEXT),
                        required("outcome", CODE),
                        optional("challengeId", TEXT),
                        optional("answeredBy", TEXT));
            case SEAL_CHALLENGE_LAPSED ->
                List.of(required("penaltyId", TEXT), required("answerBy", TIME), optional("challengeId", TEXT));
            case CLARIFICATION_FILED, CLARIFICATION_ESCALATED ->
                List.of(required("penaltyId", TEXT), required("answerBy", TIME), optional("clarificationId", TEXT));
            case CLARIFICATION_ANSWERED ->
                List.of(
                        required("penaltyId", TEXT),
                        required("outcome", CODE),
                        required("reasons", BILINGUAL),
                        optional("clarificationId", TEXT));
            case PROOF_OF_CURE_FILED, PROOF_OF_CURE_ESCALATED ->
                List.of(required("penaltyId", TEXT), required("answerBy", TIME), optional("proofId", TEXT));
            case PROOF_OF_CURE_ANSWERED ->
                List.of(
                        required("penaltyId", TEXT),
                        required("outcome", CODE),
                        required("reasons", BILINGUAL),
                        optional("proofId", TEXT),
                        optional("verificationId", TEXT));
            case INTERIM_RELIEF_DECIDED ->
                List.of(
                        required("shopId", TEXT),
                        required("kind", CODE),
                        required("outcome", CODE),
                        required("reasons", BILINGUAL),
                        optional("caseId", TEXT),
                        optional("measureId", TEXT),
                        penalty());
            case INTERIM_RELIEF_ASKED, INTERIM_RELIEF_LAPSED ->
                List.of(
                        required("shopId", TEXT),
                        required("kind", CODE),
                        required("decideBy", TIME),
                        optional("caseId", TEXT),
                        optional("measureId", TEXT),
                        penalty());
            case SHOP_ENROLLED ->
                List.of(required("shopId", TEXT), required("title", BILINGUAL), optional("programmeId", TEXT));
            case MILESTONE_VERIFIED ->
                List.of(
                        required("shopId", TEXT),
                        required("title", BILINGUAL),
                        required("purpose", CODE),
                        required("credited", NUMBER),
                        required("limitedBy", CODE),
                        optional("achievedAt", TIME),
                        optional("programmeId", TEXT),
                        optional("milestoneId", TEXT));
            case CASE_OPENED -> List.of(required("caseId", TEXT), required("ownMotion", CODE), penalty());
            case ADVOCATE_CHANGED ->
                List.of(
                        required("caseId", TEXT),
                        required("advocateId", TEXT),
                        required("cause", CODE),
                        optional("formerAdvocateId", TEXT));
            case ADVOCATE_REPORTING_MOVED ->
                List.of(required("caseId", TEXT), optional("reportedTo", TEXT), optional("reportsTo", TEXT));
            case ADVOCATE_CONCENTRATED ->
                List.of(
                        required("advocateId", TEXT),
                        required("cases", NUMBER),
                        required("ofCases", NUMBER),
                        optional("abovePercent", NUMBER),
                        optional("since", TIME),
                        optional("caseId", TEXT));
            case NO_ADVOCATE_FREE ->
                List.of(required("caseId", TEXT), optional("absentId", TEXT), optional(AWAY, CODE));
            case ADJUDICATOR_CHANGED ->
                List.of(
                        required("caseId", TEXT),
                        optional("cause", CODE),
                        optional("adjudicatorId", TEXT),
                        optional("reasons", BILINGUAL),
                        optional(OUTSIDE, CODE),
                        optional(HEARD_ALONE, CODE));
            case CASE_CLAIMED -> List.of(required("caseId", TEXT), required("answerBy", TIME));
            case ADVOCATE_ASSIGNED, BRIEF_FILED, ANSWER_FILED, REPLY_FILED ->
                List.of(required("caseId", TEXT), optional("advocateId", TEXT));
            case DRAFT_RULING_ISSUED ->
                List.of(
                        required("caseId", TEXT),
                        required("outcome", CODE),
                        required("repliesBy", TIME),
                        optional(ANSWERED, CODE));
            case RULING_ISSUED ->
                List.of(
                        required("caseId", TEXT),
                        required("outcome", CODE),
                        required(RULING_REASONS, BILINGUAL),
                        required(REDRESS, BILINGUAL),
                        required("rulingId", TEXT),
                        optional(ANSWERED, CODE),
                        optional(CONDITIONS, BILINGUAL),
                        optional("fulfilBy", TIME),
                        penalty());
            case CONDITIONAL_RULING_FULFILLED ->
                List.of(
                        required("caseId", TEXT),
                        required("outcome", CODE),
                        required(REDRESS, BILINGUAL),
                        optional("rulingId", TEXT),
                        penalty());
            case CONDITIONAL_RULING_LAPSED ->
                List.of(
                        required("caseId", TEXT),
                        required("outcome", CODE),
                        required("condition", BILINGUAL),
                        required("fulfilBy", TIME),
                        required(REDRESS, BILINGUAL),
                        optional("rulingId", TEXT),
                        penalty());
            case CASE_CLOSED -> List.of(required("caseId", TEXT), optional("outcome", CODE), penalty());
            case REOPENING_REQUESTED, REOPENING_REQUEST_OVERDUE ->
                List.of(
                        required("caseId", TEXT),
                        required("ground", CODE),
                        required("dueAt", TIME),
                        optional("reopeningRequestId", TEXT),
                        penalty());
            case REOPENING_REQUEST_REFUSED, CASE_REOPENING_PROPOSED, CASE_REOPENED, CASE_REOPENING_REFUSED ->
                List.of(
                        required("caseId", TEXT),
                        required("ground", CODE),
                        required("reasons", BILINGUAL),
                        optional("rulingId", TEXT),
                        penalty());
            case CASE_CONTINUED -> List.of(required("caseId", TEXT), required("advocateId", TEXT), penalty());
            case CASE_JOINED -> List.of(required("caseId", TEXT), required("question", BILINGUAL));
            case CASE_LEFT ->
                List.of(required("caseId", TEXT), required("cause", CODE), optional("reasons", BILINGUAL));
            case EFFECT_OVERDUE ->
                List.of(
                        required("caseId", TEXT),
                        required("effectId", TEXT),
                        required("dueAt", TIME),
                        required("effectOwner", CODE),
                        required("effectKind", CODE),
                        required("state", CODE),
                        optional("advocateId", TEXT));
            case CASE_WITHDRAWN -> List.of(required("caseId", TEXT), penalty());
            case NOTICE_BOUNCED -> List.of(required("subject", BILINGUAL), penalty(), optional("caseId", TEXT));
            case MESSAGE_SENT ->
                List.of(
                        required("caseId", TEXT),
                        required("asks", CODE),
                        optional("awaitedUntil", TIME),
                        optional("advocateId", TEXT));
            case MESSAGE_FILED -> List.of(required("caseId", TEXT));
            case CLOCK_WARNING, CLOCK_LAPSED ->
                List.of(
                        required("caseId", TEXT),
                        required("clock", CODE),
                        required("percent", NUMBER),
                        required("dueAt", TIME),
                        optional("team", TEXT));
            case SNOOZE_ENDED ->
                List.of(
                        required("caseId", TEXT),
                        required("cause", CODE),
                        required("since", TIME),
                        required("until", TIME));
            case INADMISSIBLE -> List.of(required("caseId", TEXT), required("reasons", BILINGUAL), penalty());
        };
    }

    private static Placeholder penalty() {
        return optional("penaltyId", TEXT);
    }
}
