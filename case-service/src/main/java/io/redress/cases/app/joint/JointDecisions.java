package io.redress.cases.app.joint;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.IndividualReasons;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides several cases of one group in one call, each by itself and with reasons of its own: what is said about one is a
 * copy neither of what is said about another, in this call or before, nor of what is said for all.
 */
final class JointDecisions {

    /**
     * One of them.
     *
     * @param own what is said about it alone; empty where reasons are missing, for which the step is refused
     */
    record Part(MemberByMember.Step step, Optional<IndividualReasons> own) {}

    private final CaseDesk desk;
    private final JoinedCases joined;

    JointDecisions(CaseDesk desk, JoinedCases joined) {
        this.desk = desk;
        this.joined = joined;
    }

    Future<Decision<List<MemberResult>>> handle(
            String leadId, BilingualText common, List<Part> parts, JointTexts texts, CommandContext context, Tx tx) {
        return desk.read(leadId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            return common.incomplete()
                    ? Future.succeededFuture(Decision.refuse(Refusal.of(
                            CaseRefusal.REASONS_MISSING, "What is said for all cases is said in zh and in en.")))
                    : decide(leadId, common, parts, texts, context, tx);
        });
    }

    private Future<Decision<List<MemberResult>>> decide(
            String leadId, BilingualText common, List<Part> parts, JointTexts texts, CommandContext context, Tx tx) {
        List<Boolean> copies =
                MemberByMember.copies(parts.stream().map(Part::own).toList());
        return joined.among(
                        tx,
                        leadId,
                        parts.stream().map(part -> part.step().caseId()).toList())
                .compose(members -> MemberByMember.inOrder(
                        parts,
                        (index, part) -> one(
                                leadId,
                                part,
                                members,
                                copies.get(index)
                                        || part.own()
                                                .filter(own -> own.copyOf(common))
                                                .isPresent(),
                                done -> texts.member(index, done),
                                context,
                                tx)))
                .map(results -> Decision.accept(results, Revision.NEW, Write.none()));
    }

    private Future<MemberResult> one(
            String leadId,
            Part part,
            Set<String> members,
            boolean copy,
            Function<CaseResult, Optional<Refusal>> lint,
            CommandContext context,
            Tx tx) {
        String caseId = part.step().caseId();
        if (!members.contains(caseId)) {
            return MemberByMember.refused(caseId, MemberByMember.notJoined());
        }
        if (copy) {
            return MemberByMember.refused(caseId, MemberByMember.copy());
        }
        if (part.own().isEmpty()) {
            return MemberByMember.take(part.step(), lint, Write.none(), context, tx);
        }
        IndividualReasons own = part.own().get();
        return joined.copied(tx, leadId, caseId, own)
                .compose(copied -> copied
                        ? MemberByMember.refused(caseId, MemberByMember.copy())
                        : MemberByMember.take(part.step(), lint, joined.said(leadId, caseId, own), context, tx));
    }
}
