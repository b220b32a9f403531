package io.redress.penalties.app.hearing;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.shop.Clarifying;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A merchant clarifies the facts before a closure, a person answers within a clock; what nobody answers goes to the
 * approvers. Refusals: those of {@link Clarifying}.
 */
public final class ClarifyFacts {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final IdSource ids;
    private final Duration answerWithin;

    public ClarifyFacts(ShopFiles files, ShopJournal journal, IdSource ids, Duration answerWithin) {
        this.files = files;
        this.journal = journal;
        this.ids = ids;
        this.answerWithin = answerWithin;
    }

    /** Another merchant's penalty does not exist. */
    public Future<Decision<PenaltyResult>> file(
            String penaltyId, String text, List<String> attachments, CommandContext context, Tx tx) {
        Clarifying.Said said = new Clarifying.Said(context.caller().subject(), text, attachments);
        return files.lockPenalty(tx, penaltyId).map(found -> found.filter(shop -> context.caller()
                        .merchantId()
                        .equals(Optional.of(shop.file().merchantId())))
                .map(shop -> journal.decided(
                        shop,
                        penaltyId,
                        Clarifying.file(
                                shop.file(),
                                shop.file().penalty(penaltyId).orElseThrow(),
                                said,
                                answerWithin,
                                ids,
                                context.businessTime()),
                        context))
                .orElseGet(Decision::notFound));
    }

    /** Empty when the penalty has no clarification. */
    public Future<Decision<PenaltyResult>> answer(
            String penaltyId, Clarification.Answer answer, CommandContext context, Tx tx) {
        return files.lockPenalty(tx, penaltyId).map(found -> found.filter(shop -> clarified(shop, penaltyId))
                .map(shop -> journal.decided(
                        shop,
                        penaltyId,
                        Clarifying.answer(
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
                        shop -> journal.apply(tx, shop, Clarifying.unanswered(shop.file(), penaltyId, ids), context))
                .orElseGet(Future::succeededFuture));
    }

    private static boolean clarified(HeldShop shop, String penaltyId) {
        return shop.file()
                .penalty(penaltyId)
                .flatMap(penalty -> penalty.hearing().clarification())
                .isPresent();
    }
}
