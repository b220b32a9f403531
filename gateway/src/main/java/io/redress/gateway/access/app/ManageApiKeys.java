package io.redress.gateway.access.app;

import io.redress.gateway.access.app.AccessLog.KeyChange;
import io.redress.gateway.access.domain.ApiKey;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes, rotates and revokes API keys. Refusals: KEY_EXPIRY_INVALID, OVERLAP_INVALID, ILLEGAL_TRANSITION. */
public final class ManageApiKeys {

    /**
     * A key after a change.
     *
     * @param text the whole key, if this change made a secret
     */
    public record Result(ApiKey key, Optional<String> text, Instant at) {}

    private final ApiKeys keys;
    private final AccessLog log;
    private final KeySecrets secrets;
    private final MachineClock clock;
    private final Ids ids;

    public ManageApiKeys(ApiKeys keys, AccessLog log, KeySecrets secrets, MachineClock clock, Ids ids) {
        this.keys = keys;
        this.log = log;
        this.secrets = secrets;
        this.clock = clock;
        this.ids = ids;
    }

    public Future<Decision<Result>> create(
            String machineId, String description, Optional<Instant> expiresAt, CommandContext context) {
        String id = ids.next("key");
        KeySecrets.Fresh fresh = secrets.next(id);
        Instant now = clock.now();
        Outcome<ApiKey> made =
                ApiKey.create(id, machineId, description, context.caller().subject(), expiresAt, fresh.hash(), now);
        return Future.succeededFuture(decided(made, key -> {
            Recorded recorded = log.record(context, key, KeyChange.CREATED, Revision.NEW);
            Result result = new Result(key, Optional.of(fresh.text()), now);
            return Decision.accept(result, recorded.after(), keys.insert(key, recorded));
        }));
    }

    public Future<Decision<Result>> rotate(String id, Duration overlap, CommandContext context, Tx tx) {
        Instant now = clock.now();
        return keys.find(tx, id).map(found -> {
            if (found.isEmpty()) {
                return Decision.notFound();
            }
            KeySecrets.Fresh fresh = secrets.next(id);
            Outcome<ApiKey> rotated = found.get().state().rotate(fresh.hash(), overlap, now);
            return decided(
                    rotated,
                    key -> accept(key, KeyChange.ROTATED, found.get(), Optional.of(fresh.text()), now, context));
        });
    }

    public Future<Decision<Result>> revoke(String id, CommandContext context, Tx tx) {
        Instant now = clock.now();
        return keys.find(tx, id)
                .map(found -> found.isEmpty()
                        ? Decision.notFound()
                        : decided(
                                found.get().state().revoke(now),
                                key -> accept(key, KeyChange.REVOKED, found.get(), Optional.empty(), now, context)));
    }

    private Decision<Result> accept(
            ApiKey key,
            KeyChange change,
            Loaded<ApiKey> before,
            Optional<String> text,
            Instant now,
            CommandContext context) {
        Recorded recorded = log.record(context, key, change, before.revision());
        return Decision.accept(
                new Result(key, text, now), recorded.after(), keys.update(key, before.revision(), recorded));
    }

    private static Decision<Result> decided(
            Outcome<ApiKey> outcome, java.util.function.Function<ApiKey, Decision<Result>> accepted) {
        if (outcome instanceof Outcome.Refused<ApiKey> refused) {
            return Decision.refuse(refused.refusal());
        }
        return accepted.apply(((Outcome.Done<ApiKey>) outcome).value());
    }
}
