package io.redress.cases.store;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.EffectTarget;
import io.redress.cases.domain.Foretold;
import io.redress.cases.domain.Money;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Effect lines: pinned with a draft, due with the ruling, answered by their owners. */
final class EffectRows {

    private static final String SELECT = """
            SELECT effect_id, owner, kind, subject, target_points, target_state, target_minor, target_currency, target_owner, state,
                   target_measure_kind, target_by_ruling, reason, due_at, overdue, settled_at, by_hand, branch
            FROM effect_line WHERE draft_id = $1 ORDER BY position""";

    private static final String INSERT = """
            INSERT INTO effect_line (effect_id, case_id, draft_id, position, owner, kind, subject, target_points, target_state,
                target_minor, target_currency, target_owner, target_measure_kind, state, overdue, branch, target_by_ruling)
            SELECT e.effect_id, $1::text, $2::text, e.position, e.owner, e.kind, e.subject, e.points, e.state, e.minor,
                e.currency, e.new_owner, e.measure_kind, 'PENDING', false, e.branch, e.by_ruling
            FROM unnest((SELECT $3::text[]), $4::text[], $5::text[], $6::text[], $7::int[], $8::text[], $9::bigint[], $10::text[],
                    $11::text[], $12::text[], $13::text[], $14::boolean[])
                WITH ORDINALITY AS e (effect_id, owner, kind, subject, points, state, minor, currency, new_owner, branch,
                    measure_kind, by_ruling, position)""";

    private static final String UPDATE = """
            UPDATE effect_line SET state = $2, reason = $3, due_at = $4, overdue = $5, settled_at = $6, by_hand = $7
            WHERE effect_id = $1""";

    private static final String RULING = "RULING";

    private static final String OTHERWISE = "OTHERWISE";

    private EffectRows() {}

    static Future<Foretold> read(Tx tx, String draftId) {
        return tx.query(SELECT, Columns.tuple(draftId)).map(rows -> {
            List<EffectLine> lines = new ArrayList<>();
            List<EffectLine> otherwise = new ArrayList<>();
            rows.forEach(row -> (row.getString("branch").equals(OTHERWISE) ? otherwise : lines).add(line(row)));
            return new Foretold(lines, otherwise);
        });
    }

    /** Of a ruling's lines those that are ordered: of a conditional one, those of what has become of its conditions. */
    static List<EffectLine> ordered(Foretold pinned) {
        return Stream.concat(pinned.effects().stream(), pinned.otherwise().stream())
                .filter(line -> line.dueAt().isPresent())
                .toList();
    }

    private static EffectLine line(Row row) {
        Optional<Money> amount = Optional.ofNullable(row.getLong("target_minor"))
                .map(minor -> new Money(minor, row.getString("target_currency")));
        return new EffectLine(
                row.getString("effect_id"),
                EffectOwner.valueOf(row.getString("owner")),
                EffectKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                new EffectTarget(
                        Optional.ofNullable(row.getInteger("target_points")),
                        Columns.maybeText(row, "target_state"),
                        Columns.maybeText(row, "target_measure_kind"),
                        amount,
                        Columns.maybeText(row, "target_owner"),
                        row.getBoolean("target_by_ruling")),
                EffectState.valueOf(row.getString("state")),
                Columns.maybeText(row, "reason"),
                Columns.maybeInstant(row, "due_at"),
                row.getBoolean("overdue"),
                Columns.maybeInstant(row, "settled_at"),
                row.getBoolean("by_hand"));
    }

    static Write insert(String caseId, String draftId, Foretold pinned, Write write) {
        List<EffectLine> lines = Stream.concat(pinned.effects().stream(), pinned.otherwise().stream())
                .toList();
        if (lines.isEmpty()) {
            return write;
        }
        return write.with(
                INSERT,
                Columns.tuple(
                        caseId,
                        draftId,
                        Columns.texts(lines, EffectLine::effectId),
                        Columns.texts(lines, line -> line.owner().name()),
                        Columns.texts(lines, line -> line.kind().name()),
                        Columns.texts(lines, EffectLine::subject),
                        lines.stream()
                                .map(line -> Columns.orNull(line.target().points()))
                                .toArray(Integer[]::new),
                        Columns.texts(
                                lines, line -> Columns.orNull(line.target().state())),
                        lines.stream()
                                .map(line -> line.target()
                                        .amount()
                                        .map(Money::amountMinor)
                                        .orElse(null))
                                .toArray(Long[]::new),
                        Columns.texts(lines, line -> line.target()
                                .amount()
                                .map(Money::currency)
                                .orElse(null)),
                        Columns.texts(
                                lines, line -> Columns.orNull(line.target().ownerId())),
                        Columns.texts(lines, line -> pinned.otherwise().contains(line) ? OTHERWISE : RULING),
                        Columns.texts(
                                lines, line -> Columns.orNull(line.target().measureKind())),
                        lines.stream().map(line -> line.target().byRuling()).toArray(Boolean[]::new)));
    }

    /** Writes the lines that differ; ordering a line starts its deadline, settling it ends the deadline. */
    static Write changes(List<EffectLine> before, List<EffectLine> after, Write write) {
        Write whole = write;
        for (EffectLine line : after) {
            Optional<EffectLine> old = before.stream()
                    .filter(one -> one.effectId().equals(line.effectId()))
                    .findFirst();
            if (old.isPresent() && old.get().equals(line)) {
                continue;
            }
            whole = whole.with(
                    UPDATE,
                    Columns.tuple(
                            line.effectId(),
                            line.state().name(),
                            Columns.orNull(line.reason()),
                            Columns.time(line.dueAt()),
                            line.overdue(),
                            Columns.time(line.settledAt()),
                            line.byHand()));
            if (old.isEmpty() || !old.get().dueAt().equals(line.dueAt())) {
                whole = whole.with(Deadlines.schedule(
                        CaseFiles.EFFECT_DUE, line.effectId(), line.dueAt().orElseThrow()));
            } else if (line.state().settled()) {
                whole = whole.with(Deadlines.cancel(CaseFiles.EFFECT_DUE, line.effectId()));
            }
        }
        return whole;
    }
}
