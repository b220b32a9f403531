package io.redress.cases.app.advocacy;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Respondents;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Puts on record what a respondent, or who is above one, tries to do about who defends or decides. The record is written
 * in the transaction that refuses it, and stays although nothing else of the command does.
 */
public final class KeepIndependence {

    private final AdvocatePanels panels;
    private final IndependenceLog log;
    private final Ids ids;

    public KeepIndependence(AdvocatePanels panels, IndependenceLog log, Ids ids) {
        this.panels = panels;
        this.log = log;
        this.ids = ids;
    }

    /** Who has no say in who defends or decides; that {@code by} is one of them is on record afterwards. */
    public Future<Respondents> respondents(
            Tx tx,
            CaseFile file,
            String by,
            Optional<String> department,
            IndependenceLog.Kind kind,
            CommandContext context) {
        return panels.respondents(tx, file, by).compose(respondents -> {
            Optional<Respondents.Standing> standing = respondents.standing(by, department);
            if (standing.isEmpty()) {
                return Future.succeededFuture(respondents);
            }
            return tx.apply(log.add(new IndependenceLog.Attempt(
                            ids.next("att"),
                            file.id(),
                            file.party().merchantId(),
                            file.people().advocateId().orElse(IndependenceLog.NOBODY),
                            kind,
                            by,
                            standing.get(),
                            context.businessTime())))
                    .map(respondents);
        });
    }
}
