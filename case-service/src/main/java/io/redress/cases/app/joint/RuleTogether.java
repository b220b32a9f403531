package io.redress.cases.app.joint;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.ruling.IssueRuling;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.IndividualReasons;
import io.redress.cases.domain.ViolationRuling;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.OptionalLong;

/**
 * Rules in several cases of one group, in each as it was drafted; no case waits for another. Refusals: reasons-missing; of
 * a single case those of its ruling, not-joined, reasons-not-individual, version-conflict.
 */
public final class RuleTogether {

    /**
     * One of the cases.
     *
     * @param violations their reasons are what is said about it alone
     */
    public record Member(String caseId, long version, String draftId, List<ViolationRuling> violations) {}

    /** What is asked. */
    public record Command(String leadId, BilingualText common, List<Member> members) {}

    private final IssueRuling single;
    private final JointDecisions decisions;

    public RuleTogether(IssueRuling single, CaseDesk desk, JoinedCases joined) {
        this.single = single;
        this.decisions = new JointDecisions(desk, joined);
    }

    public Future<Decision<List<MemberResult>>> handle(
            Command command, JointTexts texts, CommandContext context, Tx tx) {
        List<JointDecisions.Part> parts = command.members().stream()
                .map(member -> part(command, member, tx))
                .toList();
        return decisions.handle(command.leadId(), command.common(), parts, texts, context, tx);
    }

    private JointDecisions.Part part(Command command, Member member, Tx tx) {
        IssueRuling.Command ruling = new IssueRuling.Command(
                member.caseId(), member.draftId(), IndividualReasons.after(command.common(), member.violations()));
        return new JointDecisions.Part(
                new MemberByMember.Step(
                        member.caseId(), OptionalLong.of(member.version()), own -> single.handle(ruling, own, tx)),
                IndividualReasons.of(member.violations()));
    }
}
