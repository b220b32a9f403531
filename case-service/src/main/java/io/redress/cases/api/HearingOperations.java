package io.redress.cases.api;

import io.redress.cases.api.Bodies.ReasonsBody;
import io.redress.cases.api.HearingBodies.JoinBody;
import io.redress.cases.api.HearingBodies.JointAnswerBody;
import io.redress.cases.api.HearingBodies.JointDraftsBody;
import io.redress.cases.api.HearingBodies.JointRulingsBody;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.argument.LeaveHearing;
import io.redress.cases.app.joint.AnswerTogether;
import io.redress.cases.app.joint.DraftTogether;
import io.redress.cases.app.joint.JoinCases;
import io.redress.cases.app.joint.JoinedCases;
import io.redress.cases.app.joint.JointTexts;
import io.redress.cases.app.joint.ReadJoined;
import io.redress.cases.app.joint.RuleTogether;
import io.redress.cases.domain.Foretold;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The operations on cases that are heard together, by operationId. */
public final class HearingOperations {

    private final JoinCases join;
    private final LeaveHearing leave;
    private final AnswerTogether answer;
    private final DraftTogether draft;
    private final RuleTogether rule;
    private final ReadJoined read;
    private final PlatformTexts texts;

    public HearingOperations(
            JoinCases join,
            LeaveHearing leave,
            AnswerTogether answer,
            DraftTogether draft,
            RuleTogether rule,
            ReadJoined read,
            PlatformTexts texts) {
        this.join = join;
        this.leave = leave;
        this.answer = answer;
        this.draft = draft;
        this.rule = rule;
        this.read = read;
        this.texts = texts;
    }

    /** What joint drafts need from others: what each would do, and the terms that they must not hold. */
    private record Asked(List<Optional<Outcome<Foretold>>> effects, JointTexts texts) {}

    public void bind(Operations operations) {
        operations.command(
                "joinCases",
                this::written,
                (request, context, tx, written) ->
                        join.handle(request.body(JoinBody.class).asCommand(leadId(request)), written, context, tx),
                HearingViews.JoinedView::of);
        operations.query("listJoinedCases", this::members);
        operations.command(
                "leaveCase",
                (request, context) -> texts.scannerFor(context.caller()),
                (request, context, tx, scanner) -> leave.handle(
                                new LeaveHearing.Command(
                                        leadId(request),
                                        request.body(ReasonsBody.class)
                                                .reasons()
                                                .asDomain()),
                                context,
                                tx)
                        .map(decision -> PlatformTexts.checked(decision, scanner, request.texts())),
                CaseView::of);
        operations.command(
                "fileJointAnswer",
                this::written,
                (request, context, tx, written) -> answer.handle(
                        request.body(JointAnswerBody.class).asCommand(leadId(request)), written, context, tx),
                HearingViews.ResultsView::of);
        operations.command(
                "issueJointDraftRulings",
                this::asked,
                (request, context, tx, asked) ->
                        draft.handle(drafts(request), asked.effects(), asked.texts(), context, tx),
                HearingViews.ResultsView::of);
        operations.command(
                "issueJointRulings",
                this::written,
                (request, context, tx, written) -> rule.handle(
                        request.body(JointRulingsBody.class).asCommand(leadId(request)), written, context, tx),
                HearingViews.ResultsView::of);
    }

    private Future<JointTexts> written(ApiRequest request, CommandContext context) {
        return texts.scanner().map(scanner -> new JointTexts(scanner, request.texts()));
    }

    private Future<Asked> asked(ApiRequest request, CommandContext context) {
        return written(request, context).compose(written -> draft.prepare(drafts(request), context)
                .map(effects -> new Asked(effects, written)));
    }

    private static DraftTogether.Command drafts(ApiRequest request) {
        return request.body(JointDraftsBody.class).asCommand(leadId(request));
    }

    private Future<HttpAnswer> members(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return read.members(leadId(request), page.limit(), page.after().map(key -> key.get(0)), context, tx)
                .map(found -> found.map(rows -> HttpAnswer.page(
                                request,
                                Page.of(rows, page.limit(), (JoinedCases.Member row) -> List.of(row.caseId()))))
                        .orElseGet(HttpAnswer::notFound));
    }

    /** The case in the path; for leaving it is the one that leaves. */
    private static String leadId(ApiRequest request) {
        return request.path("caseId");
    }
}
