package io.redress.cases.app.opening;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.EventLog;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.Interests;
import io.redress.cases.domain.KindPolicy.OnceKey;
import io.redress.cases.domain.Request;
import io.redress.cases.domain.Requests;
import io.redress.cases.domain.ShopTransfer;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.text.WrittenText;
import java.util.List;
import java.util.Optional;

/**
 * Opens a case that is no appeal, by the merchant or on an advocate's own motion, from own knowledge alone. Refusals:
 * kind-not-offered, time-in-future, request-window-closed, unknown-department, transfer-invalid, transfer-barred,
 * duplicate, own-cause, conflict-of-interest, own-motion-mismatch; another merchant's shop does not exist.
 */
public final class OpenRequest {

    /**
     * What is asked.
     *
     * @param shopId the shop that it is about
     * @param lateBecause why it comes after its window has closed; does not count before
     * @param texts what was written, to be linted when staff have written it
     */
    public record Command(
            String shopId,
            Request request,
            String callerId,
            Optional<Boolean> ownMotion,
            Optional<String> lateBecause,
            List<WrittenText> texts)
            implements OpeningCommand {
        public Command {
            texts = List.copyOf(texts);
        }

        @Override
        public String subject() {
            return request.kind() + " " + shopId;
        }
    }

    private final CaseFiles files;
    private final EventLog events;
    private final Ids ids;

    public OpenRequest(CaseFiles files, EventLog events, Ids ids) {
        this.files = files;
        this.events = events;
        this.ids = ids;
    }

    /** @param found of the shop; empty if it is not known */
    public Decision<CaseResult> decide(Command command, Optional<RequestFacts> found, CommandContext context) {
        if (found.isEmpty()
                || !Actors.mayKnow(context.caller(), found.get().party().merchantId())) {
            return Decision.notFound();
        }
        RequestFacts facts = found.get();
        Actor actor = Actors.actor(context.caller(), facts.callerDepartment());
        boolean ownMotion = !actor.ofMerchantSide();
        if (command.ownMotion().filter(said -> said != ownMotion).isPresent()) {
            return Decision.refuse(OpenCase.ownMotionMismatch());
        }
        Request request =
                command.request() instanceof ShopTransfer transfer ? transfer.barred(facts.bar()) : command.request();
        Outcome<CaseChange> opened = Requests.open(
                ids.next("cas"),
                facts.party(),
                request,
                facts.known(),
                actor,
                ownMotion,
                command.lateBecause(),
                context.businessTime());
        Outcome<CaseChange> outcome = Interests.free(opened, ownMotion, facts.callerInterests(), false);
        if (outcome instanceof Outcome.Refused<CaseChange> refused) {
            return Decision.refuse(refused.refusal());
        }
        CaseChange change = ((Outcome.Done<CaseChange>) outcome).value();
        Optional<OnceKey> once = facts.known().policy().orElseThrow().onceKey(facts.party(), request);
        Recorded recorded = events.record(context, change, Revision.NEW);
        CaseResult result = new CaseResult(
                change.state(), Optional.empty(), recorded.after().version(), actor, context.businessTime());
        return Decision.accept(result, recorded.after(), files.insert(change.state(), once, recorded));
    }
}
