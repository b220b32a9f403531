package io.redress.cases.api;

import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.evidence.AddEvidence;
import io.redress.cases.app.evidence.EvidenceIntake;
import io.redress.cases.app.evidence.EvidenceResult;
import io.redress.cases.app.evidence.HandleEvidence;
import io.redress.cases.app.evidence.ReadEvidence;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Download;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.RefusedRead;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The operations on files of evidence, by operationId. */
public final class EvidenceOperations {

    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

    private final AddEvidence add;
    private final ReadEvidence read;
    private final HandleEvidence handle;
    private final EvidenceIntake intake;
    private final PlatformTexts texts;
    private final Vertx vertx;

    public EvidenceOperations(
            AddEvidence add,
            ReadEvidence read,
            HandleEvidence handle,
            EvidenceIntake intake,
            PlatformTexts texts,
            Vertx vertx) {
        this.add = add;
        this.read = read;
        this.handle = handle;
        this.intake = intake;
        this.texts = texts;
        this.vertx = vertx;
    }

    record ReasonBody(String reason) {}

    public void bind(Operations operations) {
        operations.upload("addEvidence", new EvidenceUpload(add, texts), EvidenceView::of);
        operations.query("listEvidence", this::list);
        operations.query("getEvidence", this::get);
        operations.download("readEvidence", this::content);
        operations.query("listEvidenceLog", this::log);
        operations.command("fileEvidence", this::file, EvidenceView::of);
        operations.command("removeEvidence", this::remove, EvidenceView::of);
        operations.command("holdEvidence", this::hold, EvidenceView::of);
        operations.command("releaseEvidence", this::release, EvidenceView::of);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return read.list(caseId(request), page.limit(), page.after().map(key -> key.get(0)), context, tx)
                .map(found -> found.map(rows -> HttpAnswer.page(
                                request,
                                Page.of(
                                        rows.stream().map(EvidenceView::of).toList(),
                                        page.limit(),
                                        (EvidenceView row) -> List.of(row.id()))))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return read.one(caseId(request), evidenceId(request), context, tx)
                .map(found -> found.map(one -> HttpAnswer.ok(EvidenceView.of(one))
                                .withHeader("ETag", '"' + Long.toString(one.version()) + '"'))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> log(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        long after = page.after()
                .map(key -> key.get(0))
                .filter(key -> SEQUENCE.matcher(key).matches())
                .map(Long::parseLong)
                .orElse(0L);
        return read.log(caseId(request), evidenceId(request), page.limit(), after, context, tx)
                .map(found -> found.map(rows -> HttpAnswer.page(
                                request,
                                Page.of(
                                        rows.stream()
                                                .map(EvidenceView.EntryView::of)
                                                .toList(),
                                        page.limit(),
                                        (EvidenceView.EntryView row) -> List.of(row.sequence()))))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<Download> content(ApiRequest request, CommandContext context) {
        return read.open(caseId(request), evidenceId(request), context).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(
                        new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id"));
            }
            if (found.get() instanceof Outcome.Refused<ReadEvidence.Open> refused) {
                return Future.failedFuture(new RefusedRead(refused.refusal()));
            }
            return download(((Outcome.Done<ReadEvidence.Open>) found.get()).value());
        });
    }

    private Future<Download> download(ReadEvidence.Open open) {
        EvidenceResult evidence = open.evidence();
        return vertx.fileSystem()
                .open(
                        open.content().path().toString(),
                        new OpenOptions().setWrite(false).setCreate(false))
                .map(bytes -> new Download(
                        Map.of(
                                "Content-Type",
                                evidence.file().mediaType(),
                                "Content-Disposition",
                                FileNames.attachment(evidence.file().fileName()),
                                "Content-Security-Policy",
                                "default-src 'none'; sandbox",
                                "X-Content-Type-Options",
                                "nosniff"),
                        evidence.file().bytes(),
                        bytes,
                        () -> bytes.close()
                                .eventually(() -> open.content().temporary()
                                        ? intake.discard(open.content().path())
                                        : Future.<Void>succeededFuture())));
    }

    private Future<Decision<EvidenceResult>> file(ApiRequest request, CommandContext context, Tx tx) {
        return handle.file(caseId(request), evidenceId(request), context, tx);
    }

    private Future<Decision<EvidenceResult>> remove(ApiRequest request, CommandContext context, Tx tx) {
        return handle.remove(caseId(request), evidenceId(request), context, tx);
    }

    private Future<Decision<EvidenceResult>> hold(ApiRequest request, CommandContext context, Tx tx) {
        return handle.hold(caseId(request), evidenceId(request), reason(request), context, tx);
    }

    private Future<Decision<EvidenceResult>> release(ApiRequest request, CommandContext context, Tx tx) {
        return handle.release(caseId(request), evidenceId(request), reason(request), context, tx);
    }

    private static String reason(ApiRequest request) {
        return request.body(ReasonBody.class).reason();
    }

    private static String caseId(ApiRequest request) {
        return request.path("caseId");
    }

    private static String evidenceId(ApiRequest request) {
        return request.path("evidenceId");
    }
}
