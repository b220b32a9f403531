package io.redress.penalties.app.seal;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.seal.Reading;
import io.redress.penalties.domain.seal.SealEvent;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads a detection record, on record: who, in which part, to which purpose. To everybody without a part in the matter
 * it does not exist. Refusals: SEALED_RECORD_UNREADABLE.
 */
public final class ReadRecord {

    private final Matter matter;
    private final SealKeys keys;
    private final RecordForm form;
    private final DetectionRecords records;
    private final SealJournal journal;
    private final IdSource ids;
    private final MeterRegistry metrics;

    public ReadRecord(
            Matter matter,
            SealKeys keys,
            RecordForm form,
            DetectionRecords records,
            SealJournal journal,
            IdSource ids,
            MeterRegistry metrics) {
        this.matter = matter;
        this.keys = keys;
        this.form = form;
        this.records = records;
        this.journal = journal;
        this.ids = ids;
        this.metrics = metrics;
    }

    /** What was sealed, and when. */
    public record Opened(DetectionRecord record, Instant sealedAt) {}

    /** Puts the reading on record; its content is not part of the result, which is kept for replays. */
    public Future<Decision<Reading>> handle(String penaltyId, String purpose, CommandContext context, Tx tx) {
        return matter.find(tx, penaltyId, context.caller()).map(found -> {
            if (found.flatMap(Matter.Found::role).isEmpty()) {
                return Decision.notFound();
            }
            if (open(found.get()) instanceof Outcome.Refused<Opened> refused) {
                return Decision.refuse(refused.refusal());
            }
            Matter.Found record = found.get();
            Reading reading = new Reading(
                    ids.next("rdg"),
                    penaltyId,
                    context.caller().subject(),
                    record.role().orElseThrow(),
                    purpose,
                    context.businessTime());
            Recorded recorded = journal.record(
                    context, record.penalty(), record.record().revision(), List.of(new SealEvent.RecordRead(reading)));
            return Decision.accept(
                    reading,
                    recorded.after(),
                    records.touch(penaltyId, record.record().revision(), recorded)
                            .and(records.insert(reading)));
        });
    }

    /** The content for a reading that is on record; empty to whoever has no part in the matter any more. */
    public Future<Optional<Opened>> content(String penaltyId, CommandContext context, Tx tx) {
        return matter.find(tx, penaltyId, context.caller())
                .map(found -> found.filter(record -> record.role().isPresent()).flatMap(record -> {
                    Outcome<Opened> opened = open(record);
                    return opened instanceof Outcome.Done<Opened> done ? Optional.of(done.value()) : Optional.empty();
                }));
    }

    /** Who read it; empty when there is no record, as far as this caller may know. */
    public Future<Optional<List<Reading>>> readings(
            String penaltyId, Optional<String> after, int limit, CommandContext context, Tx tx) {
        return matter.find(tx, penaltyId, context.caller())
                .compose(found -> found.flatMap(Matter.Found::role).isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : records.readings(tx, penaltyId, after, limit).map(Optional::of));
    }

    private Outcome<Opened> open(Matter.Found found) {
        DetectionRecords.Kept kept = found.record().state();
        try {
            return Outcome.done(new Opened(form.read(keys.open(kept.penaltyId(), kept.sealed())), kept.sealedAt()));
        } catch (SealKeys.Unreadable e) {
            metrics.counter("redress.seal.unreadable", "cause", e.why()).increment();
            return Outcome.refused(Refusal.of(
                    PenaltyRefusal.SEALED_RECORD_UNREADABLE,
                    "The record is there and cannot be opened; the operators have been alarmed."));
        }
    }
}
