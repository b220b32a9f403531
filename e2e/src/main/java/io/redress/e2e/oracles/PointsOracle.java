package io.redress.e2e.oracles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * I3: what penalty-service booked, holds and answers is what its own events, replayed, come to. No violation is counted
 * twice, none after a reversal, no decision carries more than its cap.
 */
public final class PointsOracle implements Oracle {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rows rows;
    private final Function<String, JsonNode> standing;

    /** @param standing what the service answers of a shop: {@code at} and {@code buckets} of {@code bucket, points} */
    public PointsOracle(Connection connection, Function<String, JsonNode> standing) {
        this.rows = new Rows(connection);
        this.standing = standing;
    }

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String guarantees() {
        return "points are the replay of events: nothing counted twice, nothing after a reversal";
    }

    @Override
    public List<Violation> check() {
        PointsModel model = replay();
        List<String> found = new ArrayList<>(model.contradictions());
        entries(model, found);
        carried(model, found);
        credits(model, found);
        caps(model, found);
        answers(model, found);
        return found.stream().map(what -> new Violation(id(), what)).toList();
    }

    private PointsModel replay() {
        PointsModel model = new PointsModel();
        rows.each("""
                SELECT event_type, subject, envelope::jsonb -> 'data' FROM penalties.history
                WHERE event_type IN ('PenaltyProposed', 'PenaltyInForce', 'PenaltyReduced', 'PenaltyReversed',
                                     'PenaltyRefolded', 'PointsCredited')
                ORDER BY subject, sequence""", row -> model.apply(row.getString(1), row.getString(2), json(row.getString(3))));
        return model;
    }

    /** Entry by entry: the same changes of the same violations, in the same order. */
    private void entries(PointsModel model, List<String> found) {
        Map<String, List<Integer>> booked = new TreeMap<>();
        rows.each(
                "SELECT violation_id, points FROM penalties.point_entry ORDER BY position",
                row -> booked.computeIfAbsent(row.getString(1), violation -> new ArrayList<>())
                        .add(row.getInt(2)));
        Map<String, PointsModel.Lot> lots = model.lots();
        Set<String> violations = new TreeSet<>(booked.keySet());
        violations.addAll(lots.keySet());
        for (String violation : violations) {
            List<Integer> expected =
                    lots.containsKey(violation) ? lots.get(violation).entries() : List.of();
            List<Integer> there = booked.getOrDefault(violation, List.of());
            if (!expected.equals(there)) {
                found.add(violation + ": entries " + there + ", the events say " + expected);
            }
        }
    }

    /** The points that violations in force are said to carry. */
    private void carried(PointsModel model, List<String> found) {
        Map<String, PointsModel.Lot> lots = model.lots();
        rows.each("""
                SELECT v.id, v.points FROM penalties.violation v JOIN penalties.penalty p ON p.id = v.penalty_id
                WHERE p.booking IS NOT NULL""", row -> {
            PointsModel.Lot lot = lots.get(row.getString(1));
            if (lot == null || lot.points() != row.getInt(2)) {
                found.add(row.getString(1) + " carries " + row.getInt(2) + " points, the events say "
                        + (lot == null ? "none" : lot.points()));
            }
        });
        rows.texts("""
                        SELECT p.id || ' ' || sum(e.points) FROM penalties.penalty p
                        JOIN penalties.point_entry e ON e.penalty_id = p.id
                        WHERE p.status = 'REVERSED' GROUP BY p.id HAVING sum(e.points) <> 0""").forEach(what -> found.add("a reversed penalty still counts: " + what));
    }

    /** Credit by credit, the same points; a verified milestone is credited once, with what it is said to be. */
    private void credits(PointsModel model, List<String> found) {
        Map<String, Integer> booked = new TreeMap<>();
        rows.each("SELECT id, points FROM penalties.point_credit", row -> booked.put(row.getString(1), row.getInt(2)));
        Map<String, PointsModel.Credit> told = model.credits();
        Set<String> credits = new TreeSet<>(booked.keySet());
        credits.addAll(told.keySet());
        for (String credit : credits) {
            int expected = told.containsKey(credit) ? told.get(credit).points() : 0;
            if (booked.getOrDefault(credit, 0) != expected) {
                found.add(credit + ": credited are " + booked.getOrDefault(credit, 0) + " points, the events say "
                        + expected);
            }
        }
        rows.texts("""
                        SELECT v.id || ' is verified with ' || v.credited || ' points, booked are ' || coalesce(sum(c.points), 0)
                        FROM penalties.milestone_verification v
                        LEFT JOIN penalties.point_credit c ON c.verification_id = v.id
                        GROUP BY v.id, v.credited HAVING v.credited <> coalesce(sum(c.points), 0)""").forEach(found::add);
    }

    /** A decision carries the rulebook's cap, or the highest tariff of the closed list among its standing clauses. */
    private void caps(PointsModel model, List<String> found) {
        Map<String, Integer> caps = new TreeMap<>();
        rows.each("""
                SELECT p.decision_id, min((r.document::jsonb ->> 'singleDecisionCap')::int),
                       coalesce(max(v.tariff) FILTER (WHERE c.closure_eligible AND p.status NOT IN ('REVERSED', 'REPLACED')), 0)
                FROM penalties.penalty p
                JOIN penalties.rulebook r ON r.number = p.rulebook_number
                JOIN penalties.violation v ON v.penalty_id = p.id
                JOIN penalties.rulebook_clause c ON c.number = v.rulebook_number AND c.clause_id = v.clause_id
                GROUP BY p.decision_id""", row -> caps.put(row.getString(1), Math.max(row.getInt(2), row.getInt(3))));
        model.decisions().forEach((decision, points) -> {
            if (points > caps.getOrDefault(decision, 0)) {
                found.add(decision + " carries " + points + " points, its cap is " + caps.get(decision));
            }
        });
    }

    private void answers(PointsModel model, List<String> found) {
        YearEnds yearEnds =
                new YearEnds(rows.list("SELECT document FROM penalties.rulebook", row -> json(row.getString(1))));
        Map<String, Integer> atAnyTime = model.tallies(Instant.MAX, new YearEnds(List.of()));
        Set<String> shops = new TreeSet<>();
        atAnyTime.keySet().forEach(bucket -> shops.add(bucket.substring(0, bucket.indexOf(' '))));
        for (String shop : shops) {
            JsonNode answer = standing.apply(shop);
            Instant at = Instant.parse(answer.path("at").asText());
            Map<String, Integer> expected = new LinkedHashMap<>(model.tallies(at, yearEnds));
            for (JsonNode bucket : answer.path("buckets")) {
                String key = shop + " " + bucket.path("bucket").asText();
                int points = bucket.path("points").asInt();
                if (points != expected.getOrDefault(key, 0)) {
                    found.add(key + ": the service answers " + points + " points, the events say "
                            + expected.getOrDefault(key, 0));
                }
                expected.remove(key);
            }
            expected.forEach((key, points) -> {
                if (key.startsWith(shop + " ") && points != 0) {
                    found.add(key + ": the service answers nothing, the events say " + points);
                }
            });
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }
}
