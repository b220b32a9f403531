package io.redress.cases.domain;

/** What a case is about. */
public enum CaseKind {
    PENALTY_APPEAL
}
