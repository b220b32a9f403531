package io.redress.cases.domain;

/**
 * The clocks of a case, as data.
 *
 * @param firstResponse the advocates' time to begin, from the opening
 * @param answer the department's time to answer, from the claim
 * @param reply both sides' time to reply, from the draft
 * @param ruling the time to rule, from the brief, without the time in which others are waited for
 */
public record CasePolicy(Term firstResponse, Term answer, Term reply, Term ruling, ClockWatch watch) {}
