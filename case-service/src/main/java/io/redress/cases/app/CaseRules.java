package io.redress.cases.app;

import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.CasePolicy;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** The policy and the calendar that are in force now. */
public interface CaseRules {

    Future<CasePolicy> policy(Tx tx);

    Future<BusinessCalendar> calendar(Tx tx);
}
