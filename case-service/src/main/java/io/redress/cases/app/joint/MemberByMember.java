package io.redress.cases.app.joint;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.IndividualReasons;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalKind;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Gives the same command to one case after the other, each by the use case that it has alone, in one transaction: what is
 * refused of one holds up none of the others, and a call that fails has done nothing.
 */
final class MemberByMember {

    private MemberByMember() {}

    /**
     * A case of the call.
     *
     * @param version last seen; empty where it does not matter
     */
    record Step(String caseId, OptionalLong version, Function<CommandContext, Future<Decision<CaseResult>>> command) {}

    /** Carries the steps out in their order; each sees what those before it have written. */
    static <S> Future<List<MemberResult>> inOrder(List<S> steps, BiFunction<Integer, S, Future<MemberResult>> each) {
        Future<List<MemberResult>> all = Future.succeededFuture(new ArrayList<>());
        for (int i = 0; i < steps.size(); i++) {
            int index = i;
            all = all.compose(results -> each.apply(index, steps.get(index)).map(result -> {
                results.add(result);
                return results;
            }));
        }
        return all;
    }

    /**
     * Decides one step, and writes it unless it is refused.
     *
     * @param lint of what was written about this case
     * @param beside what is written with it
     */
    static Future<MemberResult> take(
            Step step, Function<CaseResult, Optional<Refusal>> lint, Write beside, CommandContext context, Tx tx) {
        return step.command().apply(at(context, step.version())).compose(decision -> {
            if (decision instanceof Decision.Accepted<CaseResult> accepted) {
                Optional<Refusal> refusal = lint.apply(accepted.result());
                return refusal.isPresent()
                        ? refused(step.caseId(), refusal.get())
                        : tx.apply(accepted.write().and(beside)).map(written -> MemberResult.done(accepted.result()));
            }
            return refused(step.caseId(), refusal(decision));
        });
    }

    static Future<MemberResult> refused(String caseId, Refusal refusal) {
        return Future.succeededFuture(MemberResult.refused(caseId, refusal));
    }

    /** What a case is refused with that is not in the lead's group. */
    static Refusal notJoined() {
        return Refusal.of(CaseRefusal.NOT_JOINED, "The case is not heard together with others under this lead.");
    }

    static Refusal unknown() {
        return Refusal.of(CaseRefusal.UNKNOWN_CASE, "There is no such case.");
    }

    static Refusal copy() {
        return Refusal.of(
                CaseRefusal.REASONS_NOT_INDIVIDUAL,
                "What is said about a case is neither a copy of what is said about another, nor of what is said for all.");
    }

    /** Those of the list that say the same as another one of it. */
    static List<Boolean> copies(List<Optional<IndividualReasons>> all) {
        List<Boolean> copies = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int own = i;
            boolean copied = false;
            for (int other = 0; other < all.size() && !copied; other++) {
                copied = other != own && copy(all.get(own), all.get(other));
            }
            copies.add(copied);
        }
        return copies;
    }

    private static boolean copy(Optional<IndividualReasons> one, Optional<IndividualReasons> other) {
        return one.isPresent() && other.isPresent() && one.get().copyOf(other.get());
    }

    /** The context of the command on one case: with the version of that case. */
    static CommandContext at(CommandContext context, OptionalLong version) {
        return new CommandContext(
                context.caller(),
                context.requestId(),
                context.correlationId(),
                context.causationId(),
                context.businessTime(),
                version,
                context.traceparent());
    }

    private static Refusal refusal(Decision<CaseResult> decision) {
        if (decision instanceof Decision.Refused<CaseResult> refused) {
            return refused.refusal();
        }
        if (decision instanceof Decision.Stale<CaseResult> stale) {
            return Refusal.of(
                    new PeerRefusal("version-conflict", RefusalKind.STATE),
                    "The version now is " + stale.current().version() + ".");
        }
        return unknown();
    }
}
