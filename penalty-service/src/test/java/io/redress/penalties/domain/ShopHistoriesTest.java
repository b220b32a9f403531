package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shops that are driven by commands at random, against a ledger kept beside them. */
class ShopHistoriesTest {

    private static final long SEED = 4711L;
    private static final int HISTORIES = 200;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Points of one penalty from a day on, until the next line of the same penalty. */
    private record Line(int penalty, int points, LocalDate effective, LocalDate known) {}

    @Test
    void what_commands_book_reduce_and_reverse_is_what_the_standing_says_as_of_any_day_known_on_any() {
        System.out.println("seed " + SEED);
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(SEED + history);
            ShopScenario shop = new ShopScenario();
            List<Line> lines = drive(shop, random);
            for (int question = 0; question < 20; question++) {
                LocalDate day = LocalDate.of(2018, 2, 2).plusDays(random.nextInt(1200));
                LocalDate known = LocalDate.of(2018, 2, 2).plusDays(random.nextInt(1200));
                assertThat(shop.file().tally("SERIOUS", instant(day), instant(known)))
                        .as("seed %d at %s as known at %s: %s", SEED + history, day, known, lines)
                        .isEqualTo(model(lines, day, known));
            }
        }
    }

    /** One penalty after the other, each delivered before the next act, so that each is a decision of its own. */
    private static List<Line> drive(ShopScenario shop, Random random) {
        List<Line> lines = new ArrayList<>();
        LocalDate day = LocalDate.of(2018, 2, 2);
        for (int penalty = 0; penalty < 6; penalty++) {
            day = day.plusDays(1 + random.nextInt(120));
            int points = 2 + random.nextInt(11);
            String id = shop.propose(day.toString(), charge("S-03", "l-" + penalty, day.toString(), points, "volume"));
            if (shop.penalty(id).status() == PenaltyStatus.HELD) {
                break;
            }
            shop.store(id, day.toString());
            shop.deliver(id, day.toString());
            lines.add(new Line(penalty, points, day, day));
            LocalDate ruled = day.plusDays(random.nextInt(500));
            if (random.nextInt(3) == 0) {
                int left = random.nextInt(points);
                shop.rule(id, left, ruled.toString());
                lines.add(new Line(penalty, left, day, ruled));
            }
            day = day.plusDays(1);
        }
        return lines;
    }

    /** A SERIOUS point counts in the calendar year in which it was booked, and in no other. */
    private static int model(List<Line> lines, LocalDate day, LocalDate known) {
        int sum = 0;
        for (int penalty = 0; penalty < 6; penalty++) {
            int points = 0;
            for (Line line : lines) {
                if (line.penalty() == penalty
                        && line.effective().getYear() == day.getYear()
                        && !line.effective().isAfter(day)
                        && !line.known().isAfter(known)) {
                    points = line.points();
                }
            }
            sum += points;
        }
        return sum;
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
