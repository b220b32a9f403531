package io.redress.cases.app.ruling;

import io.redress.cases.domain.MilestoneReport;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What verifiers have reported of milestones that conditions can name, and the conditions that wait for it. */
public interface MilestoneReports {

    /** Deadline by which a condition's report is there; subject is the condition. */
    String CONDITION_DUE = "condition-due";

    /** About the case or its penalty, in the order of their arrival; none of an unknown case. */
    Future<List<MilestoneReport>> about(Tx tx, String caseId);

    /** The cases with a condition that waits for it. */
    Future<List<String>> waiting(Tx tx, MilestoneReport report);

    /** The case whose draft has this condition. */
    Future<Optional<String>> caseOfCondition(Tx tx, String conditionId);

    /** Once, however often it comes. */
    Write insert(MilestoneReport report);
}
