package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.transparency.RecordRestrictions;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.Ruling;
import io.redress.penalties.domain.shop.ShopChange;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** Applies a ruling to a penalty: each effect line once, whatever comes twice. */
public final class ApplyRuling {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final Effects effects;
    private final RecordRestrictions restrictions;
    private final IdSource ids;

    /**
     * A ruling as far as it concerns this service.
     *
     * @param lines those that this service owns; may be empty
     */
    public record Command(String penaltyId, String caseId, List<EffectLine> lines) {
        public Command {
            lines = List.copyOf(lines);
        }
    }

    public ApplyRuling(
            ShopFiles files, ShopJournal journal, Effects effects, RecordRestrictions restrictions, IdSource ids) {
        this.restrictions = restrictions;
        this.files = files;
        this.journal = journal;
        this.effects = effects;
        this.ids = ids;
    }

    /** Answers false when there is no such penalty. */
    public Future<Boolean> handle(Command command, CommandContext context, Tx tx) {
        List<String> effectIds =
                command.lines().stream().map(EffectLine::effectId).toList();
        return files.lockPenalty(tx, command.penaltyId())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : effects.known(tx, effectIds)
                                .compose(known -> apply(found.get(), command, known, context, tx))
                                .map(true));
    }

    private Future<Void> apply(HeldShop shop, Command command, Set<String> known, CommandContext context, Tx tx) {
        List<EffectLine> lines = command.lines().stream()
                .filter(line -> !known.contains(line.effectId()))
                .toList();
        ShopChange change =
                Ruling.apply(shop.file(), command.penaltyId(), command.caseId(), lines, ids, context.businessTime());
        return tx.apply(journal.write(shop, change, context)
                .write()
                .and(lifted(command.penaltyId(), lines, change, context))
                .and(effects.insert(lines, change.events(), context.businessTime())));
    }

    private Write lifted(String penaltyId, List<EffectLine> lines, ShopChange change, CommandContext context) {
        return lines.stream()
                .findFirst()
                .map(line -> restrictions.lifted(change, penaltyId, line.ruling(), context.businessTime()))
                .orElse(Write.none());
    }
}
