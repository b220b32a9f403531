package io.redress.cases.app.joint;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.argument.FileAnswer;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseAdmission;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The department of the lead answers once for the cases of the group that wait for its answer, {@value #PART} in a call, in
 * the order of their ids. Refusals: own-cause, not-the-respondent; of a single case those of its answer.
 */
public final class AnswerTogether {

    private static final int PART = 100;

    /**
     * What is asked.
     *
     * @param after where the part before ended
     */
    public record Command(String leadId, BilingualText text, Optional<String> after) {}

    /**
     * What came of it.
     *
     * @param next what the next part goes on behind; empty when nothing waits any more
     */
    public record Answered(List<MemberResult> results, Optional<String> next) {}

    private final CaseDesk desk;
    private final FileAnswer answer;
    private final JoinedCases joined;

    public AnswerTogether(CaseDesk desk, FileAnswer answer, JoinedCases joined) {
        this.desk = desk;
        this.answer = answer;
        this.joined = joined;
    }

    public Future<Decision<Answered>> handle(Command command, JointTexts texts, CommandContext context, Tx tx) {
        return desk.read(command.leadId(), context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            CaseResult lead = found.get().state();
            Optional<Refusal> refusal =
                    CaseAdmission.respondent(lead.file(), lead.viewer()).or(() -> texts.common(lead));
            return refusal.isPresent()
                    ? Future.succeededFuture(Decision.refuse(refusal.get()))
                    : answer(lead, command, context, tx);
        });
    }

    private Future<Decision<Answered>> answer(CaseResult lead, Command command, CommandContext context, Tx tx) {
        return joined.unanswered(
                        tx, command.leadId(), lead.file().people().respondentDepartment(), PART, command.after())
                .compose(waiting -> {
                    List<String> part = waiting.size() > PART ? waiting.subList(0, PART) : waiting;
                    Optional<String> next = waiting.size() > PART ? Optional.of(part.get(PART - 1)) : Optional.empty();
                    return MemberByMember.inOrder(part, (index, caseId) -> one(caseId, command.text(), context, tx))
                            .map(results -> Decision.accept(new Answered(results, next), Revision.NEW, Write.none()));
                });
    }

    private Future<MemberResult> one(String caseId, BilingualText text, CommandContext context, Tx tx) {
        MemberByMember.Step step = new MemberByMember.Step(
                caseId, OptionalLong.empty(), own -> answer.handle(new FileAnswer.Command(caseId, text), own, tx));
        return MemberByMember.take(step, done -> Optional.empty(), Write.none(), context, tx);
    }
}
