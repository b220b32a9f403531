package io.redress.cases.app;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.EffectLine;
import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.vertx.core.Future;
import java.util.List;

/** Asks the owners of effects what a ruling would change. Fails with PeerUnavailable when one cannot be reached. */
@FunctionalInterface
public interface EffectPreviews {

    /**
     * The effect lines, or the refusal of the owner as he gave it.
     *
     * @param context of the command that asks; the owners are asked as a part of its trace
     */
    Future<Outcome<List<EffectLine>>> preview(CaseFile file, DraftContent content, CommandContext context);
}
