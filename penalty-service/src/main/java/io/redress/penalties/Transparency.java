package io.redress.penalties;

import io.redress.kit.boot.ServiceKit;
import io.redress.penalties.api.PayloadJson;
import io.redress.penalties.api.TransparencyApi;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.app.transparency.ComposeStatements;
import io.redress.penalties.app.transparency.FileStatements;
import io.redress.penalties.app.transparency.Filings;
import io.redress.penalties.app.transparency.RetryFiling;
import io.redress.penalties.app.transparency.TransparencyExport;
import io.redress.penalties.client.TransparencyClient;
import io.redress.penalties.domain.transparency.StatementCheck;
import io.redress.penalties.domain.transparency.StatementMapping;
import java.util.Optional;

/** The part of the composition root that is about the EU Transparency Database. */
record Transparency(TransparencyExport export, TransparencyApi api) {

    static Transparency of(
            TransparencySettings settings,
            ServiceKit kit,
            Filings filings,
            ShopFiles files,
            Parties parties,
            PlatformTexts texts) {
        ComposeStatements composing = new ComposeStatements(
                kit.database(),
                filings,
                files,
                parties,
                texts,
                new StatementMapping(settings.mapping(), settings.schema()),
                new StatementCheck(settings.schema()),
                new PayloadJson());
        Optional<FileStatements> filing = settings.database()
                .map(database -> new FileStatements(
                        kit.database(),
                        filings,
                        new TransparencyClient(kit.runtime().vertx(), kit.webClient(), database, kit.metrics()),
                        settings.schema().batch(),
                        settings.pauses(),
                        kit.runtime().clock()::now,
                        kit.metrics()));
        kit.outstanding(() -> kit.database().read(tx -> filings.outstanding(tx, filing.isPresent())));
        return new Transparency(
                new TransparencyExport(kit.runtime().vertx(), composing, filing),
                new TransparencyApi(filings, new RetryFiling(filings)));
    }
}
