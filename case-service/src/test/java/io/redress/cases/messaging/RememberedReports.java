package io.redress.cases.messaging;

import io.redress.cases.app.ruling.MilestoneReports;
import io.redress.cases.domain.MilestoneReport;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps reports that no case waits for. */
final class RememberedReports implements MilestoneReports {

    private final List<MilestoneReport> kept = new ArrayList<>();

    List<MilestoneReport> kept() {
        return List.copyOf(kept);
    }

    @Override
    public Future<List<MilestoneReport>> about(Tx tx, String caseId) {
        return Future.succeededFuture(kept());
    }

    @Override
    public Future<List<String>> waiting(Tx tx, MilestoneReport report) {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Optional<String>> caseOfCondition(Tx tx, String conditionId) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Write insert(MilestoneReport report) {
        kept.add(report);
        return Write.none();
    }
}
