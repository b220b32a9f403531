package io.redress.cases.api;

import io.redress.cases.app.WithdrawCase;
import io.redress.cases.app.advocacy.AssignAdvocate;
import io.redress.cases.app.advocacy.ContinueCase;
import io.redress.cases.app.argument.ChangeRequirement;
import io.redress.cases.app.argument.FileAnswer;
import io.redress.cases.app.argument.FileReply;
import io.redress.cases.app.effect.ConfirmTransfer;
import io.redress.cases.app.opening.OpenCase;
import io.redress.cases.app.opening.OpenRequest;
import io.redress.cases.app.ruling.ClaimCase;
import io.redress.cases.app.ruling.DecideReopening;
import io.redress.cases.app.ruling.DeclareInadmissible;
import io.redress.cases.app.ruling.IssueDraftRuling;
import io.redress.cases.app.ruling.IssueRuling;
import io.redress.cases.app.ruling.ReopenCase;
import io.redress.cases.app.search.ReadCases;

/** The use cases behind the operations on cases. */
public record UseCases(
        OpenCase open,
        OpenRequest openRequest,
        ReadCases read,
        AssignAdvocate assignAdvocate,
        ChangeRequirement changeRequirement,
        ClaimCase claim,
        FileAnswer fileAnswer,
        IssueDraftRuling issueDraft,
        FileReply fileReply,
        IssueRuling issueRuling,
        WithdrawCase withdraw,
        DeclareInadmissible declareInadmissible,
        ContinueCase continueCase,
        ReopenCase reopen,
        DecideReopening decideReopening,
        ConfirmTransfer confirmTransfer) {}
