package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ends of years leave of points, as the registered rulebooks say: entries effective before a reset are
 * cleared by it, but those of one bucket survive so many resets while the tally is within a band.
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

    /** The points of one bucket's violations that count at an instant. */
    int left(List<PointsModel.Lot> lots, Instant at) {
        Map<PointsModel.Lot, Integer> survived =
                lots.stream().collect(Collectors.toMap(lot -> lot, lot -> 0, (a, b) -> a, LinkedHashMap::new));
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
            clear(survived, rule, cursor);
        }
        return sum(survived.keySet());
    }

    private static void clear(Map<PointsModel.Lot, Integer> survived, Rule rule, Instant reset) {
        List<PointsModel.Lot> before = survived.keySet().stream()
                .filter(lot -> lot.effectiveAt().isBefore(reset))
                .toList();
        int tally = sum(before);
        for (PointsModel.Lot lot : before) {
            boolean stays = lot.bucket().equals(rule.carried())
                    && tally >= rule.from()
                    && tally < rule.below()
                    && survived.get(lot) < rule.resets();
            if (stays) {
                survived.merge(lot, 1, Integer::sum);
            } else {
                survived.remove(lot);
            }
        }
    }

    private static int sum(Collection<PointsModel.Lot> lots) {
        return lots.stream().mapToInt(PointsModel.Lot::points).sum();
    }
}
