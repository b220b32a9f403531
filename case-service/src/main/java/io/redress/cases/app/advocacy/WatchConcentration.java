package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseWriting;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.advocacy.AdvocateRuns.Share;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Concentration;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks, whenever an advocate takes up a case, at how much of the advocate's work its merchant takes. Above the share of
 * the policy it is told once; again only after it was not above in between.
 */
public final class WatchConcentration {

    private final CaseFiles files;
    private final CaseWriting writing;
    private final AdvocateRuns runs;

    public WatchConcentration(CaseFiles files, EventLog events, AdvocateRuns runs) {
        this.files = files;
        this.writing = new CaseWriting(files, events);
        this.runs = runs;
    }

    /** The case has been taken up. */
    public Future<Void> takenUp(String caseId, CommandContext context, Tx tx) {
        return runs.concentration(tx)
                .compose(policy -> policy.isEmpty()
                        ? Future.succeededFuture()
                        : files.find(tx, caseId)
                                .compose(found -> look(found.orElseThrow(), policy.get(), context, tx)));
    }

    private Future<Void> look(Loaded<CaseFile> loaded, Concentration policy, CommandContext context, Tx tx) {
        CaseFile file = loaded.state();
        Optional<String> advocate = file.people().advocateId();
        if (advocate.isEmpty()) {
            return Future.succeededFuture();
        }
        String merchant = file.party().merchantId();
        Instant since = context.businessTime().minus(policy.period());
        return tx.apply(runs.spread(advocate.get(), policy, since))
                .compose(spread -> runs.share(tx, advocate.get(), merchant, since))
                .compose(share -> runs.concentrated(tx, advocate.get(), merchant)
                        .compose(told -> told || !policy.exceededBy(share.ofMerchant(), share.ofAll())
                                ? Future.succeededFuture()
                                : tell(loaded, advocate.get(), share, policy, since, context, tx)));
    }

    private Future<Void> tell(
            Loaded<CaseFile> loaded,
            String advocate,
            Share share,
            Concentration policy,
            Instant since,
            CommandContext context,
            Tx tx) {
        CaseEvent event = new CaseEvent.AdvocateConcentrated(
                advocate, share.ofMerchant(), share.ofAll(), policy.percent(), since);
        Write told = runs.concentrated(advocate, loaded.state().party().merchantId(), context.businessTime());
        return writing.apply(loaded, new CaseChange(loaded.state(), List.of(event)), told, context, tx);
    }
}
