package io.redress.cases.app.joint;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.ruling.IssueDraftRuling;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.Foretold;
import io.redress.cases.domain.IndividualReasons;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalKind;
import io.redress.kit.pg.Tx;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Drafts the rulings of several cases of one group. Each is drafted as it would be alone: with its own effect lines, its
 * own reply window, by the same rules. Refusals: reasons-missing; of a single case those of its draft, not-joined,
 * reasons-not-individual, version-conflict, dependency-unavailable.
 */
public final class DraftTogether {

    /** Owners of effects are asked about so many cases at a time. */
    private static final int AT_A_TIME = 4;

    /**
     * One of the cases.
     *
     * @param content its reasons are what is said about it alone
     */
    public record Member(String caseId, long version, DraftContent content) {}

    /** What is asked. */
    public record Command(String leadId, BilingualText common, List<Member> members) {}

    private final IssueDraftRuling single;
    private final JointDecisions decisions;

    public DraftTogether(IssueDraftRuling single, CaseDesk desk, JoinedCases joined) {
        this.single = single;
        this.decisions = new JointDecisions(desk, joined);
    }

    /**
     * What the owners of effects say of each. Who cannot be reached holds up that case only; fails with PeerUnavailable
     * when nobody could be reached about any of them.
     */
    public Future<List<Optional<Outcome<Foretold>>>> prepare(Command command, CommandContext context) {
        List<PeerUnavailable> failures = new ArrayList<>();
        Future<List<Optional<Outcome<Foretold>>>> all = Future.succeededFuture(new ArrayList<>());
        for (int from = 0; from < command.members().size(); from += AT_A_TIME) {
            List<Member> part = command.members()
                    .subList(from, Math.min(from + AT_A_TIME, command.members().size()));
            all = all.compose(known -> Future.all(part.stream()
                            .map(member -> ask(command, member, failures, context))
                            .toList())
                    .map(asked -> {
                        known.addAll(asked.<Optional<Outcome<Foretold>>>list());
                        return known;
                    }));
        }
        return all.compose(known -> failures.size() == command.members().size()
                ? Future.failedFuture(failures.get(0))
                : Future.succeededFuture(known));
    }

    private Future<Optional<Outcome<Foretold>>> ask(
            Command command, Member member, List<PeerUnavailable> failures, CommandContext context) {
        return single.prepare(draft(command, member), MemberByMember.at(context, OptionalLong.of(member.version())))
                .recover(failure -> {
                    if (failure instanceof PeerUnavailable unavailable) {
                        failures.add(unavailable);
                        return Future.succeededFuture(Optional.of(Outcome.refused(unreachable())));
                    }
                    return Future.failedFuture(failure);
                });
    }

    public Future<Decision<List<MemberResult>>> handle(
            Command command, List<Optional<Outcome<Foretold>>> asked, JointTexts texts, CommandContext context, Tx tx) {
        List<JointDecisions.Part> parts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Member member = command.members().get(i);
            Optional<Outcome<Foretold>> foretold = asked.get(i);
            MemberByMember.Step step = new MemberByMember.Step(
                    member.caseId(),
                    OptionalLong.of(member.version()),
                    own -> single.handle(draft(command, member), foretold, own, tx));
            parts.add(new JointDecisions.Part(
                    step, IndividualReasons.of(member.content().violations())));
        }
        return decisions.handle(command.leadId(), command.common(), parts, texts, context, tx);
    }

    private static IssueDraftRuling.Command draft(Command command, Member member) {
        DraftContent own = member.content();
        return new IssueDraftRuling.Command(
                member.caseId(), own.with(IndividualReasons.after(command.common(), own.violations())));
    }

    private static Refusal unreachable() {
        return Refusal.of(
                new PeerRefusal("dependency-unavailable", RefusalKind.STATE),
                "What the ruling would change could not be asked; draft it again.");
    }
}
