package io.redress.cases.api;

import io.redress.cases.api.Bodies.AssignAdvocateBody;
import io.redress.cases.api.Bodies.DraftRulingBody;
import io.redress.cases.api.Bodies.FileReplyBody;
import io.redress.cases.api.Bodies.ReasonsBody;
import io.redress.cases.api.Bodies.ReopenBody;
import io.redress.cases.api.Bodies.ReopeningDecisionBody;
import io.redress.cases.api.Bodies.RequirementBody;
import io.redress.cases.api.Bodies.RulingBody;
import io.redress.cases.api.Bodies.TextBody;
import io.redress.cases.api.Bodies.TransferConfirmationBody;
import io.redress.cases.api.ClockViews.CaseNow;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.KindPolicies;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.WithdrawCase;
import io.redress.cases.app.advocacy.AssignAdvocate;
import io.redress.cases.app.advocacy.ContinueCase;
import io.redress.cases.app.argument.ChangeRequirement;
import io.redress.cases.app.argument.FileAnswer;
import io.redress.cases.app.argument.FileReply;
import io.redress.cases.app.clock.ReadClocks;
import io.redress.cases.app.effect.ConfirmTransfer;
import io.redress.cases.app.opening.Openings;
import io.redress.cases.app.opening.RequestOpenings;
import io.redress.cases.app.ruling.ClaimCase;
import io.redress.cases.app.ruling.DecideReopening;
import io.redress.cases.app.ruling.DeclareInadmissible;
import io.redress.cases.app.ruling.IssueDraftRuling;
import io.redress.cases.app.ruling.IssueRuling;
import io.redress.cases.app.ruling.ReopenCase;
import io.redress.cases.app.search.CaseFilter;
import io.redress.cases.domain.Foretold;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.CommandOperation;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.PageRequest;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.text.PhraseScanner;
import io.vertx.core.Future;
import java.util.Optional;

/** The operations on cases, by operationId. */
public final class CaseOperations {

    private final UseCases use;
    private final OpeningBatch openings;
    private final PlatformTexts texts;
    private final ReadClocks clocks;

    public CaseOperations(
            UseCases use,
            Openings openings,
            RequestOpenings requests,
            KindPolicies policies,
            PlatformTexts texts,
            ReadClocks clocks) {
        this.use = use;
        this.clocks = clocks;
        this.openings = new OpeningBatch(use.open(), use.openRequest(), openings, requests, policies, texts);
        this.texts = texts;
    }

    /** What a draft needs from others: what it would do, and the terms that it must not hold. */
    private record Asked(Optional<Outcome<Foretold>> effects, Optional<PhraseScanner> scanner) {}

    /** What the marketplace is answered. */
    record TransferView(String caseId, String effectId, String state) {
        static TransferView of(ConfirmTransfer.Confirmed confirmed) {
            return new TransferView(
                    confirmed.caseId(),
                    confirmed.line().effectId(),
                    confirmed.line().state().name());
        }
    }

    public void bind(Operations operations) {
        operations.batch("openCase", openings, CaseView::of);
        operations.query("listCases", this::list);
        operations.query("getCase", this::get);
        operations.command("assignAdvocate", this::assignAdvocate, CaseView::of);
        LintedCommand.bind(operations, texts, "changeRequirement", this::changeRequirement);
        operations.command("claimCase", this::claim, CaseView::of);
        operations.batch("fileAnswer", together(this::fileAnswer), CaseView::of);
        operations.command(
                "issueDraftRuling",
                (request, context) -> texts.scannerFor(context.caller()).compose(scanner -> use.issueDraft()
                        .prepare(draft(request), context)
                        .map(effects -> new Asked(effects, scanner))),
                (request, context, tx, asked) -> use.issueDraft()
                        .handle(draft(request), asked.effects(), context, tx)
                        .map(decision -> PlatformTexts.checked(decision, asked.scanner(), request.texts())),
                CaseView::of);
        operations.batch("fileReply", together(this::fileReply), CaseView::of);
        LintedCommand.bind(operations, texts, "issueRuling", this::issueRuling);
        operations.command("withdrawCase", this::withdraw, CaseView::of);
        LintedCommand.bind(operations, texts, "declareInadmissible", this::declareInadmissible);
        operations.command("continueCase", this::goOn, CaseView::of);
        LintedCommand.bind(operations, texts, "reopenCase", this::reopen);
        LintedCommand.bind(operations, texts, "decideReopening", this::decideReopening);
        operations.command("confirmTransfer", this::confirmTransfer, TransferView::of);
    }

    /** A command whose texts a merchant can read, for one that many give at the same time. */
    private CaseBatch together(CommandOperation.Plain<CaseResult> operation) {
        return new CaseBatch(texts, (request, context, tx, scanner) -> operation
                .decide(request, context, tx)
                .map(decision -> PlatformTexts.checked(decision, scanner, request.texts())));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return use.read()
                .one(caseId(request), context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(HttpAnswer.notFound())
                        : clocks.of(caseId(request), context, tx).map(now -> HttpAnswer.ok(
                                        CaseNow.of(CaseView.of(found.get().state()), now.orElseThrow()))
                                .withRevision(found.get().revision())));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        CaseFilter asked = CaseLists.asked(request, context.caller().ofMerchantSide());
        return use.read()
                .list(asked, page.limit(), CaseLists.after(page, asked.order()), context, tx)
                .map(found -> found.map(rows -> CaseLists.page(request, rows, asked.order()))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<Decision<CaseResult>> assignAdvocate(ApiRequest request, CommandContext context, Tx tx) {
        Optional<String> advocateId = request.body(AssignAdvocateBody.class).advocateId();
        return use.assignAdvocate().handle(new AssignAdvocate.Command(caseId(request), advocateId), context, tx);
    }

    private Future<Decision<CaseResult>> changeRequirement(ApiRequest request, CommandContext context, Tx tx) {
        RequirementBody body = request.body(RequirementBody.class);
        ChangeRequirement.Command command = new ChangeRequirement.Command(
                caseId(request),
                body.requirementId(),
                body.state(),
                body.evidence().map(Bodies.EvidenceBody::asDomain),
                body.reasons().map(Bodies.Text::asDomain));
        return use.changeRequirement().handle(command, context, tx);
    }

    private Future<Decision<ConfirmTransfer.Confirmed>> confirmTransfer(
            ApiRequest request, CommandContext context, Tx tx) {
        TransferConfirmationBody body = request.body(TransferConfirmationBody.class);
        ConfirmTransfer.Command command = new ConfirmTransfer.Command(body.effectId(), body.result(), body.reason());
        return use.confirmTransfer().handle(command, context, tx);
    }

    private Future<Decision<CaseResult>> claim(ApiRequest request, CommandContext context, Tx tx) {
        return use.claim().handle(new ClaimCase.Command(caseId(request)), context, tx);
    }

    private Future<Decision<CaseResult>> fileAnswer(ApiRequest request, CommandContext context, Tx tx) {
        TextBody body = request.body(TextBody.class);
        return use.fileAnswer()
                .handle(new FileAnswer.Command(caseId(request), body.text().asDomain()), context, tx);
    }

    private static IssueDraftRuling.Command draft(ApiRequest request) {
        return new IssueDraftRuling.Command(
                caseId(request), request.body(DraftRulingBody.class).asDomain());
    }

    private Future<Decision<CaseResult>> fileReply(ApiRequest request, CommandContext context, Tx tx) {
        FileReplyBody body = request.body(FileReplyBody.class);
        FileReply.Command command = new FileReply.Command(
                caseId(request), body.text(), body.undertakes().orElse(false));
        return use.fileReply().handle(command, context, tx);
    }

    private Future<Decision<CaseResult>> issueRuling(ApiRequest request, CommandContext context, Tx tx) {
        RulingBody body = request.body(RulingBody.class);
        IssueRuling.Command command =
                new IssueRuling.Command(caseId(request), body.draftId(), Bodies.rulings(body.violations()));
        return use.issueRuling().handle(command, context, tx);
    }

    private Future<Decision<CaseResult>> withdraw(ApiRequest request, CommandContext context, Tx tx) {
        return use.withdraw().handle(new WithdrawCase.Command(caseId(request)), context, tx);
    }

    private Future<Decision<CaseResult>> declareInadmissible(ApiRequest request, CommandContext context, Tx tx) {
        ReasonsBody body = request.body(ReasonsBody.class);
        return use.declareInadmissible()
                .handle(
                        new DeclareInadmissible.Command(
                                caseId(request), body.reasons().asDomain()),
                        context,
                        tx);
    }

    private Future<Decision<CaseResult>> reopen(ApiRequest request, CommandContext context, Tx tx) {
        ReopenBody body = request.body(ReopenBody.class);
        ReopenCase.Command command = new ReopenCase.Command(
                caseId(request), body.ground(), Bodies.text(body.reasons()), body.reopeningRequestId());
        return use.reopen().handle(command, context, tx);
    }

    private Future<Decision<CaseResult>> decideReopening(ApiRequest request, CommandContext context, Tx tx) {
        ReopeningDecisionBody body = request.body(ReopeningDecisionBody.class);
        DecideReopening.Command command =
                new DecideReopening.Command(caseId(request), body.confirmed(), Bodies.text(body.reasons()));
        return use.decideReopening().handle(command, context, tx);
    }

    private Future<Decision<CaseResult>> goOn(ApiRequest request, CommandContext context, Tx tx) {
        return use.continueCase().handle(new ContinueCase.Command(caseId(request)), context, tx);
    }

    private static String caseId(ApiRequest request) {
        return request.path("caseId");
    }
}
