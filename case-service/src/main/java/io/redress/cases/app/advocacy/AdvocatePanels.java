package io.redress.cases.app.advocacy;

import io.redress.cases.domain.AdvocatePanel;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Respondents;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Who may defend in a case by the documents that are in force now, and who has no say in it. */
public interface AdvocatePanels {

    /** Waits for whoever else is choosing by the rule: what is read after it holds what the others have chosen. */
    Future<Void> turn(Tx tx);

    /** All listed advocates, with their work at hand. */
    Future<AdvocatePanel> all(Tx tx, CaseFile file, Instant now);

    /** This employee alone, listed or not. */
    Future<AdvocatePanel> of(Tx tx, CaseFile file, String employee, Instant now);

    /**
     * By the organisation as it is and as it was at any time since the case was opened: no reorganisation gives a say to
     * whom the case has found a respondent, or above one.
     *
     * @param asking who is one of them if he has been of the department that answers
     */
    Future<Respondents> respondents(Tx tx, CaseFile file, String asking);

    /** By the rule after one's turn, or the one that is named. */
    default Future<AdvocatePanel> panel(Tx tx, CaseFile file, Optional<String> named, Instant now) {
        if (named.isPresent()) {
            return of(tx, file, named.get(), now);
        }
        Future<Void> turn = turn(tx);
        Future<AdvocatePanel> panel = all(tx, file, now); // one behind the other, unwaited for
        return turn.compose(held -> panel);
    }
}
