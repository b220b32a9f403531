package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.CreditLimit;
import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Books what a verified milestone earned. Points of the general bucket only, as many as it holds and as the year has left
 * for the shop; nothing else changes: no measure ends, begins or is shortened by a credit.
 */
public final class Crediting {

    /** The only bucket in which points can be earned back. */
    public static final String BUCKET = "GENERAL";

    private Crediting() {}

    /**
     * What a milestone is worth.
     *
     * @param yearlyCap the most that a shop is credited in a calendar year, over all programmes, for this one to credit more
     */
    public record Earned(String programmeId, String verificationId, int points, int yearlyCap) {}

    /** Empty when there is nothing to take, or nothing left of the year. */
    public static Optional<ShopChange> credit(ShopFile file, Earned earned, IdSource ids, Instant now) {
        int points =
                Math.min(earned.points(), Math.min(file.tally(BUCKET, now, now), leftOfTheYear(file, earned, now)));
        if (points <= 0) {
            return Optional.empty();
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Credit credit = new Credit(
                draft.newId("crd"),
                BUCKET,
                earned.programmeId(),
                earned.verificationId(),
                points,
                now,
                file.nextBooking() - 1);
        draft.append(credit);
        draft.say(new ShopEvent.PointsCredited(
                file.shopId() + ":" + BUCKET, credit, draft.now().tally(BUCKET, now, now)));
        return Optional.of(draft.change());
    }

    /** What keeps {@link #credit} from booking all that the milestone is worth. */
    public static CreditLimit limit(ShopFile file, Earned earned, Instant now) {
        int tally = file.tally(BUCKET, now, now);
        int left = leftOfTheYear(file, earned, now);
        if (earned.points() <= Math.min(tally, left)) {
            return CreditLimit.NONE;
        }
        return tally <= left ? CreditLimit.POINTS : CreditLimit.YEARLY_CAP;
    }

    private static int leftOfTheYear(ShopFile file, Earned earned, Instant now) {
        return Math.max(0, earned.yearlyCap() - creditedInTheYearOf(file, now));
    }

    private static int creditedInTheYearOf(ShopFile file, Instant now) {
        ZoneId zone = zone(file, now);
        int year = now.atZone(zone).getYear();
        return file.credits().stream()
                .filter(credit -> credit.bookedAt().atZone(zone).getYear() == year)
                .mapToInt(Credit::points)
                .sum();
    }

    /** The calendar year whose cap a credit of this instant counts against. */
    public static int year(ShopFile file, Instant bookedAt) {
        return bookedAt.atZone(zone(file, bookedAt)).getYear();
    }

    /** Of the rules in force then. */
    private static ZoneId zone(ShopFile file, Instant at) {
        return file.rulebooks().inForceAt(at).map(Rulebook::zone).orElseThrow();
    }
}
