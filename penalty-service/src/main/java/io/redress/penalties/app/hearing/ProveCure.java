package io.redress.penalties.app.hearing;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.redress.penalties.domain.shop.Curing;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A merchant proves that it made good what it did, a person answers within a clock; what nobody answers goes to the
 * approvers. Refusals: those of {@link Curing}.
 */
public final class ProveCure {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final IdSource ids;
    private final Duration answerWithin;

    public ProveCure(ShopFiles files, ShopJournal journal, IdSource ids, Duration answerWithin) {
        this.files = files;
        this.journal = journal;
        this.ids = ids;
        this.answerWithin = answerWithin;
    }

    /** Another merchant's penalty does not exist. */
    public Future<Decision<PenaltyResult>> file(
            String penaltyId, String text, List<String> attachments, CommandContext context, Tx tx) {
        Curing.Shown shown = new Curing.Shown(context.caller().subject(), text, attachments);
        return files.lockPenalty(tx, penaltyId).map(found -> found.filter(shop -> context.caller()
                        .merchantId()
                        .equals(Optional.of(shop.file().merchantId())))
                .map(shop -> journal.decided(
                        shop,
                        penaltyId,
                        Curing.file(
                                shop.file(),
                                shop.file().penalty(penaltyId).orElseThrow(),
                                shown,
                                answerWithin,
                                ids,
                                context.businessTime()),
                        context))
                .orElseGet(Decision::notFound));
    }

    /** Empty when nobody has filed a proof. */
    public Future<Decision<PenaltyResult>> answer(
            String penaltyId, ProofOfCure.Answer answer, CommandContext context, Tx tx) {
        return files.lockPenalty(tx, penaltyId).map(found -> found.filter(shop -> shown(shop, penaltyId))
                .map(shop -> journal.decided(
                        shop,
                        penaltyId,
                        Curing.answer(
                                shop.file(),
                                shop.file().penalty(penaltyId).orElseThrow(),
                                answer,
                                ids,
                                context.businessTime()),
                        context))
                .orElseGet(Decision::notFound));
    }

    /** The clock has run out. */
    public Future<Void> unanswered(String penaltyId, CommandContext context, Tx tx) {
        return files.lockPenalty(tx, penaltyId).compose(found -> found.map(
                        shop -> journal.apply(tx, shop, Curing.unanswered(shop.file(), penaltyId, ids), context))
                .orElseGet(Future::succeededFuture));
    }

    private static boolean shown(HeldShop shop, String penaltyId) {
        return shop.file()
                .penalty(penaltyId)
                .flatMap(penalty -> penalty.cure().proof())
                .isPresent();
    }
}
