package io.redress.penalties.api;

import io.redress.penalties.app.rulebook.ShadowHits;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.redress.penalties.domain.rulebook.draft.ShadowClause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Bodies about clauses in shadow; for the owners of the rules and integrity only. */
final class ShadowViews {

    private ShadowViews() {}

    record Put(String clauseId) {}

    record ClauseView(
            String id, String draftId, String clauseId, String putBy, Instant putAt, Optional<Instant> endedAt) {

        static ClauseView of(ShadowClause clause, Optional<Instant> endedAt) {
            return new ClauseView(
                    clause.id(), clause.draftId(), clause.clauseId(), clause.putBy(), clause.putAt(), endedAt);
        }
    }

    record ClausesView(List<ClauseView> items) {}

    record ReportView(
            ClauseView clause,
            long hits,
            long merchants,
            long shops,
            long points,
            long held,
            long punishedAlready,
            List<ShadowHits.OfThreshold> thresholds,
            List<ShadowHits.OfMeasure> measures,
            List<ShadowHits.OfDay> days) {

        static ReportView of(ShadowClause clause, RulebookDraft draft, ShadowHits.Report report) {
            return new ReportView(
                    ClauseView.of(clause, draft.endedAt()),
                    report.hits(),
                    report.merchants(),
                    report.shops(),
                    report.points(),
                    report.held(),
                    report.punishedAlready(),
                    report.thresholds(),
                    report.measures(),
                    report.days());
        }
    }

    record HitView(
            String id,
            String system,
            String sourceId,
            String merchantId,
            String shopId,
            Instant from,
            Instant to,
            Instant reportedAt,
            String bucket,
            int tariff,
            int points,
            int pointsBefore,
            OptionalInt threshold,
            List<String> measures,
            boolean held,
            Optional<String> punishedBy) {

        static HitView of(ShadowHits.Hit hit) {
            return new HitView(
                    hit.id(),
                    hit.system(),
                    hit.sourceId(),
                    hit.merchantId(),
                    hit.shopId(),
                    hit.actFrom(),
                    hit.actTo(),
                    hit.reportedAt(),
                    hit.foretold().bucket(),
                    hit.foretold().tariff(),
                    hit.foretold().points(),
                    hit.foretold().tallyBefore(),
                    hit.foretold().threshold(),
                    hit.foretold().measures(),
                    hit.foretold().held(),
                    hit.foretold().punishedBy());
        }
    }
}
