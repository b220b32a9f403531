package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ends of years leave of points, as the registered rulebooks say: entries effective before a reset are
 * cleared by it, but those of one bucket survive so many resets while the tally is within a band. What was credited is
 * taken off before.
 */
final class YearEnds {

    private final TreeMap<Instant, Rule> byEffect = new TreeMap<>();

    /** @param carried the bucket whose entries may survive; empty text: none */
    private record Rule(MonthDay lastDay, ZoneId zone, String carried, int from, int below, int resets) {

        private Instant nextAfter(Instant at) {
            LocalDate day = lastDay.atYear(at.atZone(zone).getYear()).plusDays(1);
            Instant reset = day.atStartOfDay(zone).toInstant();
            return reset.isAfter(at)
                    ? reset
                    : lastDay.atYear(at.atZone(zone).getYear() + 1)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant();
        }
    }

    /** @param rulebooks the registered documents */
    YearEnds(Collection<JsonNode> rulebooks) {
        for (JsonNode rulebook : rulebooks) {
            JsonNode reset = rulebook.path("reset");
            JsonNode carry = reset.path("carryOver");
            byEffect.put(
                    java.time.OffsetDateTime.parse(
                                    rulebook.path("effectiveFrom").asText())
                            .toInstant(),
                    new Rule(
                            MonthDay.parse("--" + reset.path("at").asText().substring(0, 5)),
                            ZoneId.of(rulebook.path("zone").asText()),
                            carry.path("bucket").asText(""),
                            carry.path("whenTallyFrom").asInt(),
                            carry.path("whenTallyBelow").asInt(),
                            carry.path("entriesSurvive").asInt()));
        }
    }

    /** The points of one bucket's violations that count at an instant, after what was credited by then. */
    int left(List<PointsModel.Lot> lots, List<PointsModel.Credit> credits, Instant at) {
        List<Rest> rests = lots.stream()
                .sorted(Comparator.comparing(PointsModel.Lot::effectiveAt))
                .map(Rest::new)
                .collect(Collectors.toCollection(ArrayList::new));
        Instant since = Instant.MIN;
        Instant cursor = lots.stream()
                .map(PointsModel.Lot::effectiveAt)
                .min(Instant::compareTo)
                .orElse(at);
        while (!byEffect.isEmpty()) {
            Map.Entry<Instant, Rule> inForce = byEffect.floorEntry(cursor);
            Rule rule = (inForce == null ? byEffect.firstEntry() : inForce).getValue();
            cursor = rule.nextAfter(cursor);
            if (cursor.isAfter(at)) {
                break;
            }
            take(rests, credits, since, cursor);
            clear(rests, rule, cursor);
            since = cursor;
        }
        take(rests, credits, since, Instant.MAX);
        return sum(rests);
    }

    /** Credits of this time take the oldest points that they find, and never more than there are. */
    private static void take(List<Rest> rests, List<PointsModel.Credit> credits, Instant from, Instant until) {
        credits.stream()
                .filter(credit ->
                        !credit.bookedAt().isBefore(from) && credit.bookedAt().isBefore(until))
                .sorted(Comparator.comparing(PointsModel.Credit::bookedAt))
                .forEach(credit -> {
                    int left = credit.points();
                    for (Rest rest : rests) {
                        if (!rest.lot.effectiveAt().isAfter(credit.bookedAt())) {
                            int taken = Math.min(left, rest.points);
                            rest.points -= taken;
                            left -= taken;
                        }
                    }
                });
    }

    private static void clear(List<Rest> rests, Rule rule, Instant reset) {
        List<Rest> before = rests.stream()
                .filter(rest -> rest.lot.effectiveAt().isBefore(reset))
                .toList();
        int tally = sum(before);
        for (Rest rest : before) {
            boolean stays = rest.lot.bucket().equals(rule.carried())
                    && tally >= rule.from()
                    && tally < rule.below()
                    && rest.survived < rule.resets();
            if (stays) {
                rest.survived++;
            } else {
                rests.remove(rest);
            }
        }
    }

    private static int sum(Collection<Rest> rests) {
        return rests.stream().mapToInt(rest -> rest.points).sum();
    }

    /** What credits have left of a violation's points, and how many resets it has survived. */
    private static final class Rest {
        private final PointsModel.Lot lot;
        private int points;
        private int survived;

        private Rest(PointsModel.Lot lot) {
            this.lot = lot;
            this.points = lot.points();
        }
    }
}
