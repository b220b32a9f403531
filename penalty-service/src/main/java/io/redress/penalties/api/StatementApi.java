package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.document.DocumentPrinter;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.seal.Challenges;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;
import java.time.ZoneId;

/** Statements of reasons, as JSON or as a document to keep; another merchant's answer as if they did not exist. */
public final class StatementApi {

    private static final String JSON = "application/json";
    private static final String PDF = "application/pdf";

    private final Database database;
    private final ShopFiles files;
    private final Challenges challenges;
    private final DocumentPrinter printer;

    public StatementApi(Database database, ShopFiles files, Challenges challenges, DocumentPrinter printer) {
        this.database = database;
        this.files = files;
        this.challenges = challenges;
        this.printer = printer;
    }

    /** A statement, and the zone in which its times are written. */
    private record Found(StatementView statement, ZoneId zone) {}

    /** Binds the operation. No database connection is held while a document is made. */
    public void bind(Operations operations) {
        operations.answer("getStatementOfReasons", (request, context) -> {
            String type = request.preferred(JSON, PDF);
            return database.read(tx -> statement(request, context, tx)).compose(found -> answer(found, type));
        });
    }

    private Future<HttpAnswer> answer(Found found, String type) {
        Future<HttpAnswer> answer =
                type.equals(JSON) ? Future.succeededFuture(HttpAnswer.ok(found.statement())) : document(found);
        return answer.map(ready -> ready.withHeader("Vary", "Accept"));
    }

    private Future<HttpAnswer> document(Found found) {
        return printer.pdf(StatementDocument.of(found.statement(), found.zone()))
                .map(pdf -> HttpAnswer.bytes(PDF, pdf)
                        .withBodyTag()
                        .withHeader(
                                "Content-Disposition",
                                "inline; filename=\"" + found.statement().statementId() + ".pdf\""));
    }

    private Future<Found> statement(ApiRequest request, CommandContext context, Tx tx) {
        String penaltyId = request.path("penaltyId");
        return files.readPenalty(tx, penaltyId).compose(shop -> {
            ShopFile file = Readers.readable(shop, context.caller()).file();
            Penalty penalty = file.penalty(penaltyId)
                    .filter(known -> known.statement().isPresent())
                    .orElseThrow(Readers::unknown);
            return challenges
                    .of(tx, penaltyId)
                    .map(all -> new Found(
                            StatementView.of(file, penalty, all),
                            file.rulebookOf(penalty).zone()));
        });
    }
}
