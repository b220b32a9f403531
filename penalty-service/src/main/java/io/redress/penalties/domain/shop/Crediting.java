package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.points.Credit;
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
        int points = Math.min(
                earned.points(),
                Math.min(file.tally(BUCKET, now, now), earned.yearlyCap() - creditedInTheYearOf(file, now)));
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

    /** In the zone of the rules in force now. */
    private static int creditedInTheYearOf(ShopFile file, Instant now) {
        ZoneId zone = file.rulebooks().inForceAt(now).map(Rulebook::zone).orElseThrow();
        int year = now.atZone(zone).getYear();
        return file.credits().stream()
                .filter(credit -> credit.bookedAt().atZone(zone).getYear() == year)
                .mapToInt(Credit::points)
                .sum();
    }
}
