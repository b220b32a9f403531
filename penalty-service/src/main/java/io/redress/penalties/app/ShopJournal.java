package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.transparency.RecordRestrictions;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one write of a change: rows, history and events of every subject it touches, what is to be filed of it and what its points bring about later. */
public final class ShopJournal {

    private final ShopFiles files;
    private final ShopEventPayloads payloads;
    private final EventRecorder recorder;
    private final RecordRestrictions restrictions;
    private final ClearingAhead clearing;

    public ShopJournal(
            ShopFiles files,
            ShopEventPayloads payloads,
            EventRecorder recorder,
            RecordRestrictions restrictions,
            ClearingAhead clearing) {
        this.files = files;
        this.payloads = payloads;
        this.recorder = recorder;
        this.restrictions = restrictions;
        this.clearing = clearing;
    }

    /**
     * What is to be written.
     *
     * @param revisions of the subjects touched, after the write
     */
    public record Entry(Write write, Map<String, Revision> revisions) {

        public Entry {
            revisions = Map.copyOf(revisions);
        }

        /** The subject's revision after the write, or as it was when the write leaves it alone. */
        public Revision revision(String subject, HeldShop before) {
            return revisions.getOrDefault(subject, before.revision(subject));
        }
    }

    public Entry write(HeldShop before, ShopChange change, CommandContext context) {
        Map<String, List<OutgoingEvent>> bySubject = new LinkedHashMap<>();
        for (ShopEvent event : change.events()) {
            bySubject
                    .computeIfAbsent(event.subject(), subject -> new ArrayList<>())
                    .add(payloads.outgoing(change.after(), event));
        }
        Map<String, Recorded> recorded = new LinkedHashMap<>();
        Map<String, Revision> revisions = new LinkedHashMap<>();
        bySubject.forEach((subject, events) -> {
            Recorded rows = recorder.record(context, subject, before.revision(subject), events);
            recorded.put(subject, rows);
            revisions.put(subject, rows.after());
        });
        Write rows = files.save(before, change, recorded)
                .and(restrictions.write(before.file(), change, context.businessTime()))
                .and(clearing.of(change, context.businessTime()));
        return new Entry(rows, revisions);
    }

    /** Writes a change that an event or a deadline led to; nothing when there is none. */
    public Future<Void> apply(Tx tx, HeldShop before, Optional<ShopChange> change, CommandContext context) {
        return change.map(what -> tx.apply(write(before, what, context).write()))
                .orElseGet(Future::succeededFuture);
    }

    /** What a command on a penalty decided: its refusal, or the penalty as it is then and what is to be written. */
    public Decision<PenaltyResult> decided(
            HeldShop before, String penaltyId, Outcome<ShopChange> outcome, CommandContext context) {
        if (outcome instanceof Outcome.Refused<ShopChange> refused) {
            return Decision.refuse(refused.refusal());
        }
        ShopChange change = ((Outcome.Done<ShopChange>) outcome).value();
        Entry entry = write(before, change, context);
        return Decision.accept(
                PenaltyResult.of(change.after(), penaltyId), entry.revision(penaltyId, before), entry.write());
    }
}
