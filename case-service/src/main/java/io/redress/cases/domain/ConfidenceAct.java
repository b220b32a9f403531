package io.redress.cases.domain;

/** What somebody who oversees has read of what a case's two keep to themselves. */
public enum ConfidenceAct {
    READ_MESSAGES,
    READ_STAGED_BRIEF
}
