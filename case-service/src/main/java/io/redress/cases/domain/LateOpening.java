package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;

/**
 * A case whose window had closed is opened all the same where good cause is said for it. Whether the cause is good is for
 * a person: whoever claims the case hears it, or declares it inadmissible with reasons.
 */
public final class LateOpening {

    private LateOpening() {}

    /** The case as it was opened, with why it is late. */
    public static Outcome<CaseChange> because(Outcome<CaseChange> opened, String cause) {
        return opened.map(change ->
                new CaseChange(change.state().with(change.state().opening().late(cause)), change.events()));
    }
}
