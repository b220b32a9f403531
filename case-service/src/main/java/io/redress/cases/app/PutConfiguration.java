package io.redress.cases.app;

import io.redress.cases.app.Configuration.Document;
import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.domain.CalendarYear;
import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.KindPolicy;
import io.redress.cases.domain.OrgChart;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces the organisation, the case policy or a year's calendar. The same document again changes nothing. Refusals:
 * inconsistent-data.
 */
public final class PutConfiguration {

    /** Which document is in force now. */
    public record Stored(String id, long version) {}

    private final Configuration configuration;

    public PutConfiguration(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @param text the whole document, of which the chart is the part that is used */
    public Future<Decision<Stored>> org(OrgChart chart, String text, CommandContext context, Tx tx) {
        if (chart.checked() instanceof Outcome.Refused<OrgChart> refused) {
            return Future.succeededFuture(Decision.refuse(refused.refusal()));
        }
        return put("org", text, context, tx, version -> configuration.org(version, chart));
    }

    public Future<Decision<Stored>> policy(
            CasePolicy policy, List<KindPolicy> kinds, String text, CommandContext context, Tx tx) {
        Optional<String> contradiction =
                kinds.stream().flatMap(kind -> kind.contradiction().stream()).findFirst();
        if (contradiction.isPresent()) {
            return Future.succeededFuture(
                    Decision.refuse(Refusal.of(CaseRefusal.INCONSISTENT_DATA, contradiction.get())));
        }
        return put("case-policy", text, context, tx, version -> configuration.policy(version, policy, kinds));
    }

    public Future<Decision<Stored>> calendar(CalendarYear year, String text, CommandContext context, Tx tx) {
        return put("calendar:" + year.year(), text, context, tx, version -> configuration.calendar(version, year));
    }

    public Future<Decision<Stored>> put(
            String id, String text, CommandContext context, Tx tx, Function<NewVersion, Write> write) {
        return configuration.find(tx, id).map(found -> {
            Optional<Document> same = found.filter(document -> document.text().equals(text));
            if (same.isPresent()) {
                Revision now = same.get().revision();
                return Decision.accept(new Stored(id, now.version()), now, Write.none());
            }
            Revision before = found.map(Document::revision).orElse(Revision.NEW);
            Revision after = new Revision(before.version() + 1, before.sequence(), before.chainHead());
            NewVersion version = new NewVersion(id, text, before, after, context);
            return Decision.accept(new Stored(id, after.version()), after, write.apply(version));
        });
    }
}
