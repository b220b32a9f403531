package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.search.CaseSamples;
import io.redress.cases.app.search.CaseSummary;
import io.redress.cases.domain.AdvocatePanel;
import io.redress.cases.domain.AdvocateRating;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads who may defend and who did, and what integrity looks into. */
public final class ReadAdvocacy {

    /** Who defended the case when, and what the merchant asked for. */
    public record History(List<AdvocateRecords.Term> terms, Optional<AdvocateRecords.Request> request) {}

    private final CaseDesk desk;
    private final AdvocatePanels panels;
    private final AdvocateRecords records;
    private final IndependenceLog log;
    private final CaseSamples samples;

    public ReadAdvocacy(
            CaseDesk desk, AdvocatePanels panels, AdvocateRecords records, IndependenceLog log, CaseSamples samples) {
        this.desk = desk;
        this.panels = panels;
        this.records = records;
        this.log = log;
        this.samples = samples;
    }

    /** In the order in which the rule would choose; empty where there is no such case. */
    public Future<Optional<List<AdvocatePanel.Assessed>>> candidates(String caseId, CommandContext context, Tx tx) {
        return known(caseId, context, tx)
                .compose(file -> file.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : panels.all(tx, file.get(), context.businessTime())
                                .map(panel -> Optional.of(panel.assessed())));
    }

    /** Empty where there is no such case, or it is another merchant's. */
    public Future<Optional<History>> history(String caseId, CommandContext context, Tx tx) {
        return known(caseId, context, tx)
                .compose(file -> file.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : records.terms(tx, caseId).compose(terms -> records.request(tx, caseId)
                                .map(request -> Optional.of(new History(terms, request)))));
    }

    /** Empty where there is no such case. */
    public Future<Optional<List<AdvocateRating>>> ratings(String caseId, CommandContext context, Tx tx) {
        return known(caseId, context, tx)
                .compose(file -> file.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : records.ratings(tx, caseId).map(Optional::of));
    }

    /** One more than {@code limit} when there is more. */
    public Future<List<IndependenceLog.Attempt>> attempts(
            IndependenceLog.Asked asked, int limit, Optional<String> afterId, Tx tx) {
        return log.list(tx, asked, limit, afterId);
    }

    public Future<List<CaseSummary>> sample(String seed, int size, Instant closedBefore, Tx tx) {
        return samples.sample(tx, seed, size, closedBefore);
    }

    private Future<Optional<CaseFile>> known(String caseId, CommandContext context, Tx tx) {
        return desk.known(caseId, context, tx).map(found -> found.map(Loaded::state));
    }
}
