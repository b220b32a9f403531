package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.penalty.StatementComposer;
import java.time.Instant;
import java.util.Optional;

/** Statements of reasons: issued, stored as a notice, delivered. */
public final class Issuing {

    private Issuing() {}

    /** Composes and issues the statement of the penalty as the draft has it. */
    static void statement(ShopDraft draft, String penaltyId, Instant now) {
        Penalty penalty = draft.penalty(penaltyId);
        ShopFile file = draft.now();
        Prospect prospect = Prospect.of(file, penalty, now, false);
        Statement statement = new Statement(
                draft.newId("sta"),
                StatementComposer.compose(penalty, file.rulebooks(), prospect.orders()),
                now,
                Optional.empty(),
                Optional.empty());
        Penalty with = penalty.change(change -> change.statement(statement));
        draft.put(with);
        draft.say(new ShopEvent.StatementIssued(with, statement));
    }

    /** Evidence that the merchant has the statement; the first one counts. Empty when it changes nothing. */
    public static Optional<ShopChange> delivered(ShopFile file, String penaltyId, String statementId, Instant at) {
        Optional<Penalty> penalty = file.penalty(penaltyId);
        Optional<Statement> undelivered = penalty.flatMap(Penalty::statement)
                .filter(statement -> statement.id().equals(statementId))
                .filter(statement -> statement.deliveredAt().isEmpty());
        if (undelivered.isEmpty()) {
            return Optional.empty();
        }
        ShopDraft draft = new ShopDraft(file, prefix -> {
            throw new IllegalStateException("a delivery makes no ids");
        });
        Statement delivered = undelivered.get().delivered(at);
        Penalty with = penalty.get().change(change -> change.statement(delivered));
        draft.put(with);
        draft.say(new ShopEvent.StatementDelivered(with, delivered));
        return Optional.of(draft.change());
    }
}
