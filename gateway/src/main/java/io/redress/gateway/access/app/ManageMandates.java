package io.redress.gateway.access.app;

import io.redress.gateway.access.app.AccessLog.MandateChange;
import io.redress.gateway.access.domain.AccessRefusal;
import io.redress.gateway.access.domain.Mandate;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A merchant gives and revokes mandates; another merchant's do not exist for it. Refusals: MANDATE_PERIOD_INVALID,
 * DUPLICATE, ILLEGAL_TRANSITION.
 */
public final class ManageMandates {

    /** What is asked for; the merchant is the caller's own. */
    public record Command(String agencyId, Optional<Instant> from, Optional<Instant> until) {}

    private final Mandates mandates;
    private final AccessLog log;
    private final Ids ids;

    public ManageMandates(Mandates mandates, AccessLog log, Ids ids) {
        this.mandates = mandates;
        this.log = log;
        this.ids = ids;
    }

    public Future<Decision<Mandate>> give(Command command, CommandContext context, Tx tx) {
        String merchantId = context.caller().merchantId().orElseThrow();
        Instant now = context.businessTime();
        Outcome<Mandate> given = Mandate.give(
                ids.next("man"),
                merchantId,
                command.agencyId(),
                context.caller().subject(),
                command.from(),
                command.until(),
                now);
        if (given instanceof Outcome.Refused<Mandate> refused) {
            return Future.succeededFuture(Decision.refuse(refused.refusal()));
        }
        Mandate mandate = ((Outcome.Done<Mandate>) given).value();
        return mandates.notEnded(tx, merchantId, command.agencyId(), mandate.from())
                .map(others -> {
                    if (others.stream().anyMatch(mandate::overlaps)) {
                        return Decision.refuse(Refusal.of(
                                AccessRefusal.DUPLICATE, "The agency has a mandate of this merchant in that time."));
                    }
                    Recorded recorded = log.record(context, mandate, MandateChange.GIVEN, Revision.NEW);
                    return Decision.accept(mandate, recorded.after(), mandates.insert(mandate, recorded));
                });
    }

    public Future<Decision<Mandate>> revoke(String id, CommandContext context, Tx tx) {
        Optional<String> merchantId = context.caller().merchantId();
        return mandates.find(tx, id).map(found -> {
            if (found.isEmpty()
                    || !merchantId.equals(Optional.of(found.get().state().merchantId()))) {
                return Decision.notFound();
            }
            Outcome<Mandate> revoked =
                    found.get().state().revoke(context.caller().subject(), context.businessTime());
            if (revoked instanceof Outcome.Refused<Mandate> refused) {
                return Decision.refuse(refused.refusal());
            }
            Mandate mandate = ((Outcome.Done<Mandate>) revoked).value();
            Recorded recorded = log.record(
                    context, mandate, MandateChange.REVOKED, found.get().revision());
            return Decision.accept(
                    mandate,
                    recorded.after(),
                    mandates.update(mandate, found.get().revision(), recorded));
        });
    }

    /** Integrity sees all, an agency those given to it, a merchant's user those the merchant gave. */
    public Future<List<Mandate>> list(Caller caller, String afterId, int limit, Tx tx) {
        return mandates.list(tx, visibleTo(caller), afterId, limit);
    }

    private static Mandates.Filter visibleTo(Caller caller) {
        if (caller.hasRole("integrity")) {
            return new Mandates.Filter(Optional.empty(), Optional.empty());
        }
        if (caller.hasRole("agency")) {
            return new Mandates.Filter(Optional.empty(), Optional.of(caller.subject()));
        }
        return new Mandates.Filter(Optional.of(caller.merchantId().orElse("")), Optional.empty());
    }
}
