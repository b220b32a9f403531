package io.redress.cases.domain;

/**
 * The clocks of a case, as data.
 *
 * @param firstResponse the advocates' time to begin, from the opening
 * @param answer the department's time to answer, from the claim
 * @param reply both sides' time to reply, from the draft
 * @param ruling the time to rule, from the brief, without the time in which others are waited for
 * @param merchantAnswer how long, in all, the merchant is waited for when the advocate has asked something
 * @param reopeningRequest the adjudicators' time to answer a request to reopen a closed case
 */
public record CasePolicy(
        Term firstResponse,
        Term answer,
        Term reply,
        Term ruling,
        Term merchantAnswer,
        Term reopeningRequest,
        ClockWatch watch) {

    /** While no policy says otherwise. */
    public static final Term MERCHANT_ANSWER = Term.businessDays(5);

    /** While no policy says otherwise. */
    public static final Term REOPENING_REQUEST = Term.businessDays(5);

    /** The merchant and the adjudicators are waited for as long as where no policy says otherwise. */
    public CasePolicy(Term firstResponse, Term answer, Term reply, Term ruling, ClockWatch watch) {
        this(firstResponse, answer, reply, ruling, MERCHANT_ANSWER, REOPENING_REQUEST, watch);
    }
}
