package io.redress.cases.domain;

/**
 * The clocks of a case, as data.
 *
 * @param answer the department's time to answer, from the claim
 * @param reply both sides' time to reply, from the draft
 */
public record CasePolicy(Term firstResponse, Term answer, Term reply, Term ruling) {}
