package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Who heads the department that answers is named in what it has to act on while nobody of it has: the claim, from which its
 * time to answer runs, and a draft in a case that it has not answered. Limit: a case that is claimed by being joined names
 * nobody; its department answers with the lead.
 */
public final class TellHead {

    private final ClockFiles departments;

    public TellHead(ClockFiles departments) {
        this.departments = departments;
    }

    /** The same, its events naming the head. */
    Future<Outcome<CaseDesk.Step>> in(Outcome<CaseDesk.Step> outcome, Tx tx) {
        if (!(outcome instanceof Outcome.Done<CaseDesk.Step> done)) {
            return Future.succeededFuture(outcome);
        }
        CaseChange change = done.value().change();
        Optional<String> department = change.state().people().respondentDepartment();
        boolean concerned = change.events().stream().anyMatch(event -> concerns(event, change.state()));
        if (!concerned || department.isEmpty()) {
            return Future.succeededFuture(outcome);
        }
        return departments.heads(tx, List.of(department.get())).map(heads -> {
            Optional<String> head = Optional.ofNullable(heads.get(department.get()));
            CaseChange told = new CaseChange(
                    change.state(),
                    change.events().stream()
                            .map(event -> concerns(event, change.state()) ? naming(event, head) : event)
                            .toList());
            return Outcome.done(new CaseDesk.Step(told, done.value().beside()));
        });
    }

    private static boolean concerns(CaseEvent event, CaseFile file) {
        boolean asks = event instanceof CaseEvent.CaseClaimed || event instanceof CaseEvent.DraftRulingIssued;
        return asks && file.proceedings().answer().isEmpty();
    }

    private static CaseEvent naming(CaseEvent event, Optional<String> head) {
        if (event instanceof CaseEvent.CaseClaimed claimed) {
            return new CaseEvent.CaseClaimed(claimed.adjudicatorId(), head);
        }
        CaseEvent.DraftRulingIssued issued = (CaseEvent.DraftRulingIssued) event;
        return new CaseEvent.DraftRulingIssued(issued.draft(), head);
    }
}
