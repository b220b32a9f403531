package io.redress.notifications.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Deliveries;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Delivery;
import io.redress.notifications.domain.DeliveryState;
import io.redress.notifications.domain.DeliveryStep;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries in the tables {@code delivery} and {@code delivery_step}. */
public final class PgDeliveries implements Deliveries {
    private static final String COLUMNS = """
            d.notice_id, d.channel, d.state, d.address, d.held, d.attempts, d.steps,
            (SELECT min(s.at) FROM delivery_step s
              WHERE s.notice_id = d.notice_id AND s.channel = d.channel AND s.state = 'SENT') AS sent_at
            """;

    private static final String FIND = "SELECT " + COLUMNS + """
            FROM delivery d WHERE d.notice_id = $1 AND d.channel = $2""";

    private static final String OF_NOTICE = "SELECT " + COLUMNS + """
            FROM delivery d WHERE d.notice_id = $1 ORDER BY d.channel""";

    private static final String STEPS = """
            SELECT channel, state, at, evidence FROM delivery_step WHERE notice_id = $1 ORDER BY channel, number""";

    private static final String QUEUE = """
            INSERT INTO delivery (notice_id, channel, state, address, held, steps) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING""";

    private static final String ADD_STEPS = """
            INSERT INTO delivery_step (notice_id, channel, number, state, at, evidence)
            SELECT $1::text, $2::text, $3::int + ord, state, at, evidence
            FROM unnest((SELECT $4::text[]), $5::timestamptz[], $6::text[]) WITH ORDINALITY AS s (state, at, evidence, ord)
            ON CONFLICT DO NOTHING""";

    private static final String SAVE = """
            UPDATE delivery
               SET state = $4, held = $5, attempts = $6, steps = $7,
                   not_before = now() + $8::bigint * interval '1 millisecond', lease_until = '-infinity'
             WHERE notice_id = $1 AND channel = $2 AND steps = $3""";

    private static final String POSTPONE = """
            UPDATE delivery
               SET not_before = now() + $4::bigint * interval '1 millisecond', lease_until = '-infinity'
             WHERE notice_id = $1 AND channel = $2 AND steps = $3""";

    private static final String CLAIM = """
            WITH next AS (
              SELECT notice_id, channel FROM delivery
               WHERE channel = $1 AND state = 'QUEUED' AND NOT held AND not_before <= now() AND lease_until <= now()
               ORDER BY not_before LIMIT $2 FOR UPDATE SKIP LOCKED),
            claimed AS (
              UPDATE delivery d SET lease_until = now() + $3::bigint * interval '1 millisecond'
                FROM next WHERE d.notice_id = next.notice_id AND d.channel = next.channel
              RETURNING d.*)
            SELECT\s""" + COLUMNS + "FROM claimed d";

    private static final String OUTSTANDING = """
            SELECT count(*) AS waiting FROM delivery WHERE state = 'QUEUED' AND NOT held AND not_before <= now()""";

    @Override
    public Future<Optional<Delivery>> find(String noticeId, Channel channel, Tx tx) {
        return tx.query(FIND, Tuple.of(noticeId, channel.name())).map(rows -> {
            for (Row row : rows) {
                return Optional.of(delivery(row));
            }
            return Optional.empty();
        });
    }

    @Override
    public Future<List<Recorded>> of(String noticeId, Tx tx) {
        return tx.query(OF_NOTICE, Tuple.of(noticeId))
                .compose(rows -> tx.query(STEPS, Tuple.of(noticeId)).map(steps -> {
                    Map<String, List<DeliveryStep>> byChannel = new LinkedHashMap<>();
                    steps.forEach(row -> byChannel
                            .computeIfAbsent(row.getString("channel"), channel -> new ArrayList<>())
                            .add(step(row)));
                    List<Recorded> deliveries = new ArrayList<>();
                    rows.forEach(row -> deliveries.add(new Recorded(
                            delivery(row), List.copyOf(byChannel.getOrDefault(row.getString("channel"), List.of())))));
                    return deliveries;
                }));
    }

    @Override
    public Write queue(Delivery.Change change) {
        Delivery delivery = change.delivery();
        return Write.none()
                .with(
                        QUEUE,
                        Tuple.of(
                                delivery.noticeId(),
                                delivery.channel().name(),
                                delivery.state().name(),
                                delivery.address(),
                                delivery.held(),
                                delivery.stepCount()))
                .with(ADD_STEPS, steps(delivery, 0, change.steps()));
    }

    @Override
    public Write save(Delivery before, Delivery.Change change, Duration pause) {
        if (change.steps().isEmpty()) {
            return Write.none();
        }
        Delivery after = change.delivery();
        return Write.guarded(
                        SAVE,
                        Tuple.of(
                                before.noticeId(),
                                before.channel().name(),
                                before.stepCount(),
                                after.state().name(),
                                after.held(),
                                after.attempts(),
                                after.stepCount(),
                                pause.toMillis()))
                .with(ADD_STEPS, steps(before, before.stepCount(), change.steps()));
    }

    @Override
    public Future<Void> postpone(Delivery delivery, Duration pause, Tx tx) {
        return tx.query(
                        POSTPONE,
                        Tuple.of(
                                delivery.noticeId(), delivery.channel().name(), delivery.stepCount(), pause.toMillis()))
                .mapEmpty();
    }

    @Override
    public Future<List<Delivery>> claim(Channel channel, int limit, Duration lease, Tx tx) {
        return tx.query(CLAIM, Tuple.of(channel.name(), limit, lease.toMillis()))
                .map(rows -> {
                    List<Delivery> claimed = new ArrayList<>();
                    rows.forEach(row -> claimed.add(delivery(row)));
                    return claimed;
                });
    }

    @Override
    public Future<Long> outstanding(Tx tx) {
        return tx.query(OUTSTANDING, Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong("waiting"));
    }

    private static Tuple steps(Delivery delivery, int before, List<DeliveryStep> steps) {
        return Tuple.tuple()
                .addString(delivery.noticeId())
                .addString(delivery.channel().name())
                .addInteger(before)
                .addArrayOfString(
                        steps.stream().map(step -> step.state().name()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        steps.stream().map(step -> PgNotices.utc(step.at())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(steps.stream().map(DeliveryStep::evidence).toArray(String[]::new));
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getString("notice_id"),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("address"),
                row.getBoolean("held"),
                row.getInteger("attempts"),
                row.getInteger("steps"),
                NoticeRows.instant(row, "sent_at"));
    }

    private static DeliveryStep step(Row row) {
        return new DeliveryStep(
                DeliveryState.valueOf(row.getString("state")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("evidence"));
    }
}
