package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.Effects;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.RulingRef;
import io.redress.penalties.domain.shop.ShopEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Table applied_effect: the permanent business key of every effect line. */
public final class PgEffects implements Effects {

    private static final String KNOWN = "SELECT effect_id FROM applied_effect WHERE effect_id = ANY($1::text[])";

    private static final String WAITING = """
            SELECT effect_id, case_id, ruling_id, subject, target_state, by_ruling FROM applied_effect
            WHERE subject = $1 AND kind = 'MEASURE' AND result IS NULL ORDER BY effect_id""";

    private static final String INSERT = """
            INSERT INTO applied_effect (effect_id, case_id, ruling_id, kind, subject, target_points, target_state, received_at, result, answered_at, by_ruling)
            SELECT * FROM unnest((SELECT $1::text[]), $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::timestamptz[], $9::text[], $10::timestamptz[], $11::boolean[])""";

    private static final String ANSWER = """
            UPDATE applied_effect a SET result = e.result, answered_at = $3::timestamptz
            FROM unnest((SELECT $1::text[]), $2::text[]) AS e (effect_id, result)
            WHERE a.effect_id = e.effect_id AND a.result IS NULL""";

    @Override
    public Future<Set<String>> known(Tx tx, Collection<String> effectIds) {
        return tx.query(KNOWN, Tuple.tuple().addArrayOfString(effectIds.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> known = new HashSet<>();
                    rows.forEach(row -> known.add(row.getString("effect_id")));
                    return known;
                });
    }

    @Override
    public Future<List<EffectLine>> waiting(Tx tx, String measureId) {
        return tx.query(WAITING, Tuple.of(measureId)).map(rows -> {
            List<EffectLine> lines = new ArrayList<>();
            for (Row row : rows) {
                lines.add(new EffectLine.MeasureState(
                        row.getString("effect_id"),
                        new RulingRef(row.getString("case_id"), row.getString("ruling_id")),
                        row.getString("subject"),
                        Measure.State.valueOf(row.getString("target_state")),
                        row.getBoolean("by_ruling")));
            }
            return lines;
        });
    }

    @Override
    public Write insert(List<EffectLine> lines, List<ShopEvent> events, Instant at) {
        if (lines.isEmpty()) {
            return Write.none();
        }
        OffsetDateTime time = Columns.time(at);
        Function<EffectLine, String> result = line -> answers(events).stream()
                .filter(answer -> answer.line().effectId().equals(line.effectId()))
                .findFirst()
                .map(answer -> answer.result().name())
                .orElse(null);
        return Write.none()
                .with(
                        INSERT,
                        Tuple.tuple()
                                .addArrayOfString(texts(lines, EffectLine::effectId))
                                .addArrayOfString(
                                        texts(lines, line -> line.ruling().caseId()))
                                .addArrayOfString(
                                        texts(lines, line -> line.ruling().rulingId()))
                                .addArrayOfString(
                                        texts(lines, line -> line instanceof EffectLine.Points ? "POINTS" : "MEASURE"))
                                .addArrayOfString(texts(lines, EffectLine::subject))
                                .addArrayOfInteger(lines.stream()
                                        .map(line -> line instanceof EffectLine.Points points ? points.points() : null)
                                        .toArray(Integer[]::new))
                                .addArrayOfString(texts(
                                        lines,
                                        line -> line instanceof EffectLine.MeasureState measure
                                                ? measure.state().name()
                                                : null))
                                .addArrayOfOffsetDateTime(
                                        lines.stream().map(line -> time).toArray(OffsetDateTime[]::new))
                                .addArrayOfString(texts(lines, result))
                                .addArrayOfOffsetDateTime(lines.stream()
                                        .map(line -> Optional.ofNullable(result.apply(line))
                                                .map(answered -> time)
                                                .orElse(null))
                                        .toArray(OffsetDateTime[]::new))
                                .addArrayOfBoolean(lines.stream()
                                        .map(line ->
                                                line instanceof EffectLine.MeasureState measure && measure.byRuling())
                                        .toArray(Boolean[]::new)));
    }

    @Override
    public Write answer(List<ShopEvent> events, Instant at) {
        List<ShopEvent.EffectAnswered> answers = answers(events);
        if (answers.isEmpty()) {
            return Write.none();
        }
        return Write.none()
                .with(
                        ANSWER,
                        Tuple.tuple()
                                .addArrayOfString(answers.stream()
                                        .map(answer -> answer.line().effectId())
                                        .toArray(String[]::new))
                                .addArrayOfString(answers.stream()
                                        .map(answer -> answer.result().name())
                                        .toArray(String[]::new))
                                .addOffsetDateTime(Columns.time(at)));
    }

    private static List<ShopEvent.EffectAnswered> answers(List<ShopEvent> events) {
        return events.stream()
                .filter(ShopEvent.EffectAnswered.class::isInstance)
                .map(ShopEvent.EffectAnswered.class::cast)
                .toList();
    }

    private static String[] texts(List<EffectLine> lines, Function<EffectLine, String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }
}
