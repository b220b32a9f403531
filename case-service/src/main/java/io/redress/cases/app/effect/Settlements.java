package io.redress.cases.app.effect;

import io.redress.cases.app.CaseSight;
import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.Settlement;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Effect lines that operators look after, and what they propose for them. */
public interface Settlements {

    /** Which of them are asked for. */
    enum Which {
        FAILED,
        OVERDUE
    }

    /**
     * A line that its owner has not made true.
     *
     * @param reason why it failed
     * @param proposed what an operator has said has become of it
     */
    record Stuck(
            String effectId,
            String caseId,
            String merchantId,
            EffectOwner owner,
            EffectKind kind,
            String subject,
            EffectState state,
            boolean overdue,
            Instant dueAt,
            Optional<String> reason,
            Optional<Settlement> proposed) {}

    /** What is proposed for this line and not confirmed. */
    Future<Optional<Settlement>> find(Tx tx, String effectId);

    /** Takes the place of an earlier proposal. */
    Write propose(Settlement settlement);

    Write confirmed(String effectId, String confirmedBy, Instant at);

    /** In the order of their ids, one more than {@code limit}; none of a case that is hidden from the viewer. */
    Future<List<Stuck>> stuck(
            Tx tx,
            CaseSight.Viewer viewer,
            Optional<Which> which,
            Optional<EffectOwner> owner,
            Optional<String> after,
            int limit);
}
