package io.redress.cases.app.ruling;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.Foretold;
import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.vertx.core.Future;

/** Asks the owners of effects what a ruling would change. Fails with PeerUnavailable when one cannot be reached. */
@FunctionalInterface
public interface EffectPreviews {

    /**
     * The effect lines, of a conditional draft those of either end, or the refusal of the owner as he gave it.
     *
     * @param context of the command that asks; the owners are asked as a part of its trace
     */
    Future<Outcome<Foretold>> preview(CaseFile file, DraftContent content, CommandContext context);
}
