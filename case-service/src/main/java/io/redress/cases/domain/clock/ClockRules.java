package io.redress.cases.domain.clock;

import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.Term;
import java.util.Optional;

/** The policy that a case was opened under, and the calendars. */
public record ClockRules(CasePolicy policy, Calendars calendars) {

    Term term(ClockKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> policy.firstResponse();
            case ANSWER -> policy.answer();
            case REPLY -> policy.reply();
            case RULING -> policy.ruling();
        };
    }

    /** The department whose time it is; empty where it is no department's, or not known. */
    public Optional<String> team(HolderRole role, Optional<String> respondentDepartment) {
        return switch (role) {
            case ADVOCATE -> Optional.of(policy.watch().advocacyTeam());
            case ADJUDICATOR -> Optional.of(policy.watch().adjudicationTeam());
            case RESPONDENT -> respondentDepartment;
            case MERCHANT, BOTH_SIDES, EFFECT_OWNERS -> Optional.empty();
        };
    }
}
