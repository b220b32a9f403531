package io.redress.penalties.app.milestone;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.milestone.Claim;
import io.redress.penalties.domain.milestone.Enrolment;
import io.redress.penalties.domain.milestone.Milestone;
import io.redress.penalties.domain.milestone.Programme;
import io.redress.penalties.domain.milestone.ProgrammeEvent;
import io.redress.penalties.domain.milestone.Verification;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.CreditLimit;
import io.redress.penalties.domain.shop.Crediting;
import io.redress.penalties.domain.shop.Curing;
import io.redress.penalties.domain.shop.ShopChange;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * A partner reports by signed call that a shop achieved a milestone, and what it earned or cured comes with it. The same
 * reference with the same words is the same report: it is answered as it was and changes nothing. Refusals, in this order:
 * MILESTONE_UNKNOWN, SIGNATURE_INVALID, NOT_ENROLLED, DUPLICATE (the reference with other words), those of {@link Claim},
 * MILESTONE_MATTER_MISMATCH (a matter that is unknown or another's), MILESTONE_VERIFIED_ALREADY, those of {@link Curing}.
 */
public final class VerifyMilestone {

    /** What a verified milestone does to the shop, and what limited its credit. */
    private record Effect(Optional<ShopChange> change, CreditLimit limit) {

        static Effect of(ShopChange change) {
            return new Effect(Optional.of(change), CreditLimit.NONE);
        }
    }

    private final Programmes programmes;
    private final Enrolments enrolments;
    private final Matters matters;
    private final ShopFiles files;
    private final ShopJournal shops;
    private final ProgrammeJournal journal;
    private final IdSource ids;

    public VerifyMilestone(
            Programmes programmes,
            Enrolments enrolments,
            Matters matters,
            ShopFiles files,
            ShopJournal shops,
            ProgrammeJournal journal,
            IdSource ids) {
        this.programmes = programmes;
        this.enrolments = enrolments;
        this.matters = matters;
        this.files = files;
        this.shops = shops;
        this.journal = journal;
        this.ids = ids;
    }

    public Future<Decision<Verification>> handle(Claim claim, CommandContext context, Tx tx) {
        return programmes.find(tx, claim.programmeId()).compose(found -> {
            Optional<Programme> programme = found.map(Loaded::state);
            Optional<Milestone> milestone = programme.flatMap(one -> one.milestone(claim.milestoneId()));
            if (milestone.isEmpty()) {
                return refused(Refusal.of(
                        PenaltyRefusal.MILESTONE_UNKNOWN, "There is no milestone " + claim.milestoneId() + " there."));
            }
            Optional<Refusal> unsigned = claim.signatureRefusal(programme.get(), milestone.get());
            return unsigned.isPresent()
                    ? refused(unsigned.get())
                    : signed(programme.get(), milestone.get(), claim, context, tx);
        });
    }

    private Future<Decision<Verification>> signed(
            Programme programme, Milestone milestone, Claim claim, CommandContext context, Tx tx) {
        return enrolments.lock(tx, programme.id(), claim.shopId()).compose(enrolled -> {
            if (enrolled.isEmpty()) {
                return refused(Refusal.of(
                        PenaltyRefusal.NOT_ENROLLED, "Shop " + claim.shopId() + " takes no part in the programme."));
            }
            Loaded<Enrolment> enrolment = enrolled.get();
            return enrolments
                    .byReference(tx, programme.id(), milestone.verifierId(), claim.reference())
                    .compose(known -> known.isPresent()
                            ? Future.succeededFuture(again(known.get(), claim, enrolment))
                            : fresh(programme, milestone, enrolment, claim, context, tx));
        });
    }

    private static Decision<Verification> again(Verification known, Claim claim, Loaded<Enrolment> enrolment) {
        return known.repeats(claim)
                ? Decision.accept(known, enrolment.revision(), Write.none())
                : Decision.refuse(
                        Refusal.of(PenaltyRefusal.DUPLICATE, "This reference was used for another milestone or shop."));
    }

    private Future<Decision<Verification>> fresh(
            Programme programme,
            Milestone milestone,
            Loaded<Enrolment> enrolment,
            Claim claim,
            CommandContext context,
            Tx tx) {
        Optional<Refusal> refusal = claim.refusal(programme, milestone, enrolment.state(), context.businessTime());
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return concerns(claim, milestone, enrolment.state(), tx)
                .compose(known -> known
                        ? counted(programme, milestone, enrolment, claim, context, tx)
                        : refused(Refusal.of(
                                PenaltyRefusal.MILESTONE_MATTER_MISMATCH,
                                "The shop has no such matter, or it is not known yet.")));
    }

    /** Whether the matter it names is one that a milestone of this purpose can be about, and the shop's. */
    private Future<Boolean> concerns(Claim claim, Milestone milestone, Enrolment enrolment, Tx tx) {
        return switch (milestone.purpose()) {
            case CONDITIONAL_RULING -> matters.caseOf(tx, claim.about().orElseThrow(), enrolment.merchantId());
            case UNDERTAKING -> matters.penaltyOf(tx, claim.about().orElseThrow(), claim.shopId());
            case EARN_BACK, PROOF_OF_CURE -> Future.succeededFuture(true);
        };
    }

    private Future<Decision<Verification>> counted(
            Programme programme,
            Milestone milestone,
            Loaded<Enrolment> enrolment,
            Claim claim,
            CommandContext context,
            Tx tx) {
        return enrolments
                .verified(tx, enrolment.state(), milestone.id())
                .compose(before -> before && milestone.once()
                        ? refused(Refusal.of(
                                PenaltyRefusal.MILESTONE_VERIFIED_ALREADY,
                                "It counts once, and was verified for this shop."))
                        : milestone.purpose() == Milestone.Purpose.PROOF_OF_CURE
                                ? cure(milestone, enrolment, claim, context, tx)
                                : files.lockPoints(tx, claim.shopId())
                                        .map(shop -> book(
                                                programme, milestone, enrolment, claim, shop.orElseThrow(), context)));
    }

    /** It proves that the penalty it names was made good. */
    private Future<Decision<Verification>> cure(
            Milestone milestone, Loaded<Enrolment> enrolment, Claim claim, CommandContext context, Tx tx) {
        String penaltyId = claim.about().orElseThrow();
        String id = ids.next("ver");
        return files.lockPenalty(tx, penaltyId).map(found -> {
            Optional<HeldShop> shop = found.filter(one -> one.file().shopId().equals(claim.shopId()));
            Outcome<ShopChange> cured = shop.map(one -> Curing.verified(
                            one.file(),
                            one.file().penalty(penaltyId).orElseThrow(),
                            new Curing.Verified(id, milestone.verifierId(), claim.achievedAt()),
                            ids,
                            context.businessTime()))
                    .orElseGet(() ->
                            Outcome.refused(PenaltyRefusal.MILESTONE_MATTER_MISMATCH, "The shop has no such penalty."));
            return cured instanceof Outcome.Done<ShopChange> done
                    ? counted(id, milestone, enrolment, claim, shop.orElseThrow(), Effect.of(done.value()), context)
                    : Decision.refuse(((Outcome.Refused<ShopChange>) cured).refusal());
        });
    }

    private Decision<Verification> book(
            Programme programme,
            Milestone milestone,
            Loaded<Enrolment> enrolment,
            Claim claim,
            HeldShop shop,
            CommandContext context) {
        String id = ids.next("ver");
        Optional<Crediting.Earned> earned = milestone.credit().isEmpty()
                ? Optional.empty()
                : Optional.of(new Crediting.Earned(
                        programme.id(), id, milestone.credit().getAsInt(), programme.yearlyCap()));
        Optional<ShopChange> change =
                earned.flatMap(what -> Crediting.credit(shop.file(), what, ids, context.businessTime()));
        CreditLimit limit = earned.map(what -> Crediting.limit(shop.file(), what, context.businessTime()))
                .orElse(CreditLimit.NONE);
        return counted(id, milestone, enrolment, claim, shop, new Effect(change, limit), context);
    }

    private Decision<Verification> counted(
            String id,
            Milestone milestone,
            Loaded<Enrolment> enrolment,
            Claim claim,
            HeldShop shop,
            Effect effect,
            CommandContext context) {
        int credited = effect.change()
                .map(what -> what.credits().stream().mapToInt(Credit::points).sum())
                .orElse(0);
        Verification verification = new Verification(
                id, enrolment.state().id(), milestone.verifierId(), claim, context.businessTime(), credited);
        Recorded recorded = journal.record(
                context,
                enrolment.revision(),
                new ProgrammeEvent.MilestoneVerified(enrolment.state(), milestone, verification, effect.limit()));
        Write write = enrolments.insert(verification, enrolment, recorded);
        return Decision.accept(
                verification,
                recorded.after(),
                effect.change()
                        .map(what -> write.and(shops.write(shop, what, context).write()))
                        .orElse(write));
    }

    private static Future<Decision<Verification>> refused(Refusal refusal) {
        return Future.succeededFuture(Decision.refuse(refusal));
    }
}
