package io.redress.penalties.app.transparency;

import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.kit.text.WrittenText;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.transparency.Filing;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.redress.penalties.domain.transparency.Restriction;
import io.redress.penalties.domain.transparency.StatementCheck;
import io.redress.penalties.domain.transparency.StatementMapping;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes what was recorded: mapped into the format, judged by it, and searched for sealed terms. What has a problem
 * is refused here, with all of its problems, and never sent. Two workers may compose one statement; the first counts.
 */
public final class ComposeStatements {

    private static final Logger LOG = LoggerFactory.getLogger(ComposeStatements.class);
    private static final int BATCH = 50;

    private final Database database;
    private final Filings filings;
    private final ShopFiles files;
    private final Parties parties;
    private final PlatformTexts texts;
    private final StatementMapping mapping;
    private final StatementCheck check;
    private final PayloadForm form;

    public ComposeStatements(
            Database database,
            Filings filings,
            ShopFiles files,
            Parties parties,
            PlatformTexts texts,
            StatementMapping mapping,
            StatementCheck check,
            PayloadForm form) {
        this.database = database;
        this.filings = filings;
        this.files = files;
        this.parties = parties;
        this.texts = texts;
        this.mapping = mapping;
        this.check = check;
        this.form = form;
    }

    /** Composes some; true when there may be more. One that cannot be composed for now keeps no other from it. */
    public Future<Boolean> round() {
        return database.read(tx -> filings.uncomposed(tx, BATCH)).compose(batch -> {
            Future<Boolean> all = Future.succeededFuture(true);
            for (Filing filing : batch) {
                all = all.compose(well -> one(filing).map(done -> well && done));
            }
            return all.map(well -> well && batch.size() == BATCH);
        });
    }

    private Future<Boolean> one(Filing filing) {
        return database.inTransaction(tx -> compose(filing, tx).compose(tx::apply))
                .map(true)
                .recover(failure -> {
                    LOG.atError()
                            .addKeyValue("puid", filing.puid())
                            .setCause(failure)
                            .log("a statement could not be composed");
                    return Future.succeededFuture(false);
                });
    }

    private Future<Write> compose(Filing filing, Tx tx) {
        return files.readPenalty(tx, filing.penaltyId()).compose(found -> {
            HeldShop shop = found.orElseThrow();
            Penalty penalty = shop.file().penalty(filing.penaltyId()).orElseThrow();
            return parties.shop(tx, penalty.basis().shopId()).compose(registered -> {
                Instant openedAt = registered.orElseThrow().state().openedAt();
                StatementMapping.Mapped mapped = mapping.map(filing.puid(), restriction(shop, penalty, openedAt));
                return judged(filing.puid(), mapped, tx);
            });
        });
    }

    private static Restriction restriction(HeldShop shop, Penalty penalty, Instant openedAt) {
        return new Restriction(
                penalty,
                shop.file().measures().stream()
                        .filter(measure -> Restriction.filed(penalty, measure))
                        .toList(),
                shop.file().rulebooks(),
                openedAt);
    }

    private Future<Write> judged(String puid, StatementMapping.Mapped mapped, Tx tx) {
        List<FormatProblem> problems = new ArrayList<>(mapped.problems());
        check.problems(mapped.statement()).stream()
                .filter(problem ->
                        problems.stream().noneMatch(known -> known.field().equals(problem.field())))
                .toList()
                .forEach(problems::add);
        return texts.withSealedTerms(written(mapped.statement()), tx).map(found -> {
            found.forEach(
                    wrong -> problems.add(new FormatProblem(wrong.pointer().substring(1), "holds a sealed term")));
            return problems.isEmpty()
                    ? filings.composed(puid, form.write(mapped.statement()))
                    : filings.incomposable(puid, problems);
        });
    }

    private static List<WrittenText> written(Map<String, Object> statement) {
        List<WrittenText> texts = new ArrayList<>();
        statement.forEach((field, value) -> {
            Collection<?> said = value instanceof Collection<?> list ? list : List.of(value);
            said.forEach(text -> texts.add(new WrittenText("/" + field, text.toString())));
        });
        return texts;
    }
}
