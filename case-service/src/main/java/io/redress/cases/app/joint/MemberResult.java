package io.redress.cases.app.joint;

import io.redress.cases.app.CaseResult;
import io.redress.kit.outcome.Refusal;
import java.util.Optional;

/**
 * What came of one case in a call about several.
 *
 * @param done the case afterwards; empty where it was refused
 * @param refusal empty where it was done
 */
public record MemberResult(String caseId, Optional<CaseResult> done, Optional<Refusal> refusal) {

    static MemberResult done(CaseResult result) {
        return new MemberResult(result.file().id(), Optional.of(result), Optional.empty());
    }

    static MemberResult refused(String caseId, Refusal refusal) {
        return new MemberResult(caseId, Optional.empty(), Optional.of(refusal));
    }
}
