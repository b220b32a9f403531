package io.redress.cases.api;

import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.evidence.AddEvidence;
import io.redress.cases.app.evidence.AddEvidence.Kept;
import io.redress.cases.app.evidence.EvidenceResult;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.IncomingBody;
import io.redress.kit.http.UploadOperation;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.text.WrittenText;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** {@code addEvidence}: the bytes are the body, what is said about them are the query's parameters. */
final class EvidenceUpload implements UploadOperation<EvidenceUpload.Taken, EvidenceResult> {

    private final AddEvidence add;
    private final PlatformTexts texts;

    EvidenceUpload(AddEvidence add, PlatformTexts texts) {
        this.add = add;
        this.texts = texts;
    }

    /** What was asked, and the content. */
    record Taken(AddEvidence.Command command, Kept kept) {}

    @Override
    public Future<Optional<Refusal>> admit(ApiRequest request, CommandContext context, Tx tx, IncomingBody body) {
        return add.admit(request.path("caseId"), body.declaredLength(), context, tx);
    }

    @Override
    public Future<Outcome<Taken>> receive(ApiRequest request, CommandContext context, IncomingBody body) {
        return texts.scannerFor(context.caller())
                .onFailure(unknown -> body.bytes().close())
                .compose(phrases -> {
                    AddEvidence.Command command = new AddEvidence.Command(
                            request.path("caseId"),
                            FileNames.plain(request.query("fileName").orElse("")),
                            request.query("proves").orElse(""),
                            request.query("tag").isPresent(),
                            body.declaredType(),
                            phrases);
                    return add.receive(command, body.bytes())
                            .map(outcome -> outcome.map(kept -> new Taken(command, kept)));
                });
    }

    @Override
    public byte[] digest(Taken taken) {
        return HexFormat.of().parseHex(taken.kept().sha256());
    }

    @Override
    public Future<Decision<EvidenceResult>> decide(ApiRequest request, CommandContext context, Tx tx, Taken taken) {
        AddEvidence.Command command = taken.command();
        return add.decide(command, taken.kept(), context, tx)
                .map(decision ->
                        PlatformTexts.checkedOf(decision, EvidenceResult::of, command.phrases(), texts(taken)));
    }

    private static List<WrittenText> texts(Taken taken) {
        List<WrittenText> texts = new ArrayList<>();
        texts.add(new WrittenText("fileName", taken.command().fileName()));
        texts.add(new WrittenText("proves", taken.command().proves()));
        taken.kept().sealed().ifPresent(part -> texts.add(new WrittenText("content", part)));
        return texts;
    }

    @Override
    public Future<Void> release(Taken taken) {
        return add.release(taken.kept());
    }
}
