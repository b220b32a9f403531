package io.redress.cases.api;

import io.redress.cases.app.AssignAdvocate;
import io.redress.cases.app.ChangeRequirement;
import io.redress.cases.app.ClaimCase;
import io.redress.cases.app.ConfirmTransfer;
import io.redress.cases.app.ContinueCase;
import io.redress.cases.app.DecideReopening;
import io.redress.cases.app.DeclareInadmissible;
import io.redress.cases.app.FileAnswer;
import io.redress.cases.app.FileReply;
import io.redress.cases.app.IssueDraftRuling;
import io.redress.cases.app.IssueRuling;
import io.redress.cases.app.OpenCase;
import io.redress.cases.app.OpenRequest;
import io.redress.cases.app.ReadCases;
import io.redress.cases.app.ReopenCase;
import io.redress.cases.app.WithdrawCase;

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
