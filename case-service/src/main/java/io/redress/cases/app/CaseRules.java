package io.redress.cases.app;

import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.CasePolicy;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** The policy of a case, and the calendar that is in force now. */
public interface CaseRules {

    /** The one that was in force when the case was opened: a case keeps its policy. */
    Future<CasePolicy> policy(Tx tx, String caseId);

    Future<BusinessCalendar> calendar(Tx tx);
}
