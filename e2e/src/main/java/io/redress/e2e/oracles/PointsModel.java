package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The points of all shops, replayed from what penalties' histories say, by the written rules and by none of the
 * service's classes: points are booked when a penalty enters into force, the heaviest violation first takes what is
 * left of a correction, a reversal takes all, a credit takes the oldest points there are, and a year's end clears by
 * {@link YearEnds}.
 */
final class PointsModel {

    private final Map<String, Booked> penalties = new TreeMap<>();
    private final Map<String, Boolean> imported = new LinkedHashMap<>();
    private final Map<String, Credit> credits = new TreeMap<>();
    private final List<String> contradictions = new ArrayList<>();

    /**
     * What is left of one violation.
     *
     * @param asked its points before any cap or ruling
     * @param entries each change of its points, in order
     */
    record Lot(
            String violationId, String shopId, String bucket, Instant effectiveAt, int asked, List<Integer> entries) {

        int points() {
            return entries.stream().mapToInt(Integer::intValue).sum();
        }

        private void become(int points) {
            if (points != points()) {
                entries.add(points - points());
            }
        }
    }

    /** Points of a bucket, {@code shop bucket}, that were earned back. */
    record Credit(String bucketOfShop, int points, Instant bookedAt) {}

    /** A penalty in force, its violations in their order. */
    private record Booked(String decisionId, List<Lot> lots) {
        int points() {
            return lots.stream().mapToInt(Lot::points).sum();
        }
    }

    /** Takes in the next event of its subject; those that say nothing of points change nothing. */
    void apply(String type, String subject, JsonNode data) {
        switch (type) {
            case "PenaltyProposed" ->
                imported.put(subject, data.path("imported").asBoolean());
            case "PenaltyInForce" -> enter(subject, data);
            case "PointsCredited" -> credit(data);
            case "PenaltyReduced", "PenaltyReversed", "PenaltyRefolded" -> correct(type, subject, data);
            default -> {
                // the rest of a penalty's life bears on no points
            }
        }
    }

    private void enter(String penaltyId, JsonNode data) {
        if (penalties.containsKey(penaltyId)) {
            contradictions.add(penaltyId + " entered into force twice");
            return;
        }
        Instant effectiveAt = Instant.parse(data.path("effectiveAt").asText());
        List<Lot> lots = new ArrayList<>();
        for (JsonNode violation : data.path("violations")) {
            int points = violation.path("points").asInt();
            int tariff = violation.path("tariff").asInt();
            Lot lot = new Lot(
                    violation.path("violationId").asText(),
                    data.path("shopId").asText(),
                    violation.path("bucket").asText(),
                    effectiveAt,
                    imported.getOrDefault(penaltyId, false) ? points : tariff,
                    new ArrayList<>());
            lot.become(points);
            lots.add(lot);
        }
        Booked booked = new Booked(data.path("decisionId").asText(), List.copyOf(lots));
        penalties.put(penaltyId, booked);
        if (booked.points() != data.path("points").asInt()) {
            contradictions.add(penaltyId + " entered with "
                    + data.path("points").asInt() + " points, its violations with " + booked.points());
        }
    }

    private void credit(JsonNode data) {
        Credit credit = new Credit(
                data.path("shopId").asText() + " " + data.path("bucket").asText(),
                data.path("points").asInt(),
                Instant.parse(data.path("bookedAt").asText()));
        if (credits.put(data.path("creditId").asText(), credit) != null) {
            contradictions.add(data.path("creditId").asText() + " was credited twice");
        }
    }

    private void correct(String type, String penaltyId, JsonNode data) {
        Booked booked = penalties.get(penaltyId);
        if (booked == null) {
            return;
        }
        int before = data.path("pointsBefore").asInt();
        int after = data.path("pointsAfter").asInt();
        if (before != booked.points()) {
            contradictions.add(
                    penaltyId + ": " + type + " begins with " + before + " points, there were " + booked.points());
        }
        if (type.equals("PenaltyReversed") && after != 0) {
            contradictions.add(penaltyId + " was reversed and keeps " + after + " points");
        }
        int left = after;
        List<Lot> heaviestFirst = booked.lots().stream()
                .sorted(Comparator.comparingInt(Lot::asked).reversed())
                .toList();
        for (Lot lot : heaviestFirst) {
            int kept = Math.min(lot.asked(), left);
            lot.become(kept);
            left -= kept;
        }
        if (left > 0) {
            contradictions.add(penaltyId + ": " + type + " leaves " + after + " points, more than its clauses carry");
        }
    }

    /** What the events say against each other. */
    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** Everything that was ever booked, by violation. */
    Map<String, Lot> lots() {
        Map<String, Lot> lots = new TreeMap<>();
        penalties.values().forEach(booked -> booked.lots().forEach(lot -> lots.put(lot.violationId(), lot)));
        return lots;
    }

    /** Everything that was ever credited, by the credit's id. */
    Map<String, Credit> credits() {
        return Map.copyOf(credits);
    }

    /** What the penalties of one decision carry together, without imported ones. */
    Map<String, Integer> decisions() {
        Map<String, Integer> carried = new TreeMap<>();
        penalties.forEach((id, booked) -> {
            if (!imported.getOrDefault(id, false)) {
                carried.merge(booked.decisionId(), booked.points(), Integer::sum);
            }
        });
        return carried;
    }

    /** The points of every bucket of every shop at an instant, {@code shop bucket} to points; buckets of 0 included. */
    Map<String, Integer> tallies(Instant at, YearEnds yearEnds) {
        Map<String, List<Lot>> byBucket = new TreeMap<>();
        lots().values().stream().filter(lot -> !lot.effectiveAt().isAfter(at)).forEach(lot -> byBucket.computeIfAbsent(
                        lot.shopId() + " " + lot.bucket(), key -> new ArrayList<>())
                .add(lot));
        Map<String, Integer> tallies = new TreeMap<>();
        byBucket.forEach((bucket, lots) -> tallies.put(bucket, yearEnds.left(lots, creditsOf(bucket, at), at)));
        return tallies;
    }

    private List<Credit> creditsOf(String bucketOfShop, Instant at) {
        return credits.values().stream()
                .filter(credit -> credit.bucketOfShop().equals(bucketOfShop))
                .filter(credit -> !credit.bookedAt().isAfter(at))
                .toList();
    }
}
