package io.redress.penalties.store;

import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.InterimRelief.Decision;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.Pause;
import io.redress.penalties.domain.measures.Suspension;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table interim_relief and the pauses of a measure, with the deadline of the decision. */
final class ReliefRows {

    /** The request {@code r} under names of its own. */
    static final String COLUMNS = """
            r.id AS rel_id, r.case_id AS rel_case_id, r.asked_by AS rel_asked_by, r.grounds_zh AS rel_grounds_zh,
            r.grounds_en AS rel_grounds_en, r.asked_at AS rel_asked_at, r.decide_by AS rel_decide_by,
            r.lapsed AS rel_lapsed, r.outcome AS rel_outcome, r.reasons_zh AS rel_reasons_zh,
            r.reasons_en AS rel_reasons_en, r.decided_by AS rel_decided_by, r.decided_at AS rel_decided_at""";

    private static final String PUT = """
            INSERT INTO interim_relief (id, measure_id, case_id, asked_by, grounds_zh, grounds_en, asked_at, decide_by,
                lapsed, outcome, reasons_zh, reasons_en, decided_by, decided_at)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::timestamptz, $8::timestamptz,
                $9::boolean, $10::text, $11::text, $12::text, $13::text, $14::timestamptz)
            ON CONFLICT (id) DO UPDATE SET lapsed = excluded.lapsed, outcome = excluded.outcome,
                reasons_zh = excluded.reasons_zh, reasons_en = excluded.reasons_en,
                decided_by = excluded.decided_by, decided_at = excluded.decided_at
            WHERE interim_relief.outcome IS NULL""";

    private ReliefRows() {}

    static Suspension suspension(Row row) {
        OffsetDateTime[] from = row.getArrayOfOffsetDateTimes("pause_from");
        OffsetDateTime[] until = row.getArrayOfOffsetDateTimes("pause_until");
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            pauses.add(new Pause(
                    from[i].toInstant(), i < until.length ? Optional.of(until[i].toInstant()) : Optional.empty()));
        }
        return new Suspension(pauses, Columns.optionalText(row, "rel_id").map(id -> relief(row)));
    }

    static InterimRelief relief(Row row) {
        return new InterimRelief(
                row.getString("rel_id"),
                row.getString("rel_case_id"),
                row.getString("rel_asked_by"),
                new Text(row.getString("rel_grounds_zh"), row.getString("rel_grounds_en")),
                Columns.instant(row, "rel_asked_at"),
                Columns.instant(row, "rel_decide_by"),
                row.getBoolean("rel_lapsed"),
                Columns.optionalText(row, "rel_outcome")
                        .map(outcome -> new Decision(
                                InterimRelief.Outcome.valueOf(outcome),
                                Columns.optionalText(row, "rel_decided_by"),
                                Columns.optionalText(row, "rel_reasons_zh")
                                        .map(zh -> new Text(zh, row.getString("rel_reasons_en"))),
                                Columns.instant(row, "rel_decided_at"))));
    }

    static Tuple addPauses(Tuple row, Measure measure) {
        List<Pause> pauses = measure.suspension().pauses();
        return row.addArrayOfOffsetDateTime(
                        pauses.stream().map(pause -> Columns.time(pause.from())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(pauses.stream()
                        .flatMap(pause -> pause.until().stream())
                        .map(Columns::time)
                        .toArray(OffsetDateTime[]::new));
    }

    /** What changed of the request. */
    static Write write(Write write, Optional<Measure> before, Measure after) {
        Optional<InterimRelief> now = after.suspension().relief();
        if (now.isEmpty()
                || now.equals(before.flatMap(measure -> measure.suspension().relief()))) {
            return write;
        }
        InterimRelief relief = now.get();
        Write row = write.with(PUT, row(after, relief));
        return relief.state() == InterimRelief.State.OPEN
                ? row.with(Deadlines.schedule(DeadlineKinds.INTERIM_RELIEF, after.id(), relief.decideBy()))
                : row.with(Deadlines.cancel(DeadlineKinds.INTERIM_RELIEF, after.id()));
    }

    private static Tuple row(Measure measure, InterimRelief relief) {
        Optional<Decision> decision = relief.decision();
        Optional<Text> reasons = decision.flatMap(Decision::reasons);
        return Tuple.tuple()
                .addString(relief.id())
                .addString(measure.id())
                .addString(relief.caseId())
                .addString(relief.askedBy())
                .addString(relief.grounds().zh())
                .addString(relief.grounds().en())
                .addOffsetDateTime(Columns.time(relief.askedAt()))
                .addOffsetDateTime(Columns.time(relief.decideBy()))
                .addBoolean(relief.lapsed())
                .addString(decision.map(taken -> taken.outcome().name()).orElse(null))
                .addString(reasons.map(Text::zh).orElse(null))
                .addString(reasons.map(Text::en).orElse(null))
                .addString(decision.flatMap(Decision::decidedBy).orElse(null))
                .addOffsetDateTime(Columns.time(decision.map(Decision::decidedAt)));
    }
}
