package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.RulebookStore.Registered;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.RulebookCheck;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.RulebookProblem;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Registers a rulebook version, once and for all: the same content again changes nothing. Refusals: DUPLICATE, and, with
 * everything that is wrong at once, RULEBOOK_INVALID, EFFECTIVE_DATES_OVERLAP, NOTICE_PERIOD_TOO_SHORT.
 */
public final class RegisterRulebook {

    private final RulebookStore rulebooks;
    private final PartyEventPayloads payloads;
    private final EventRecorder recorder;
    private final Function<RulebookForm, String> writer;

    /** @param writer makes the canonical text that is registered */
    public RegisterRulebook(
            RulebookStore rulebooks,
            PartyEventPayloads payloads,
            EventRecorder recorder,
            Function<RulebookForm, String> writer) {
        this.rulebooks = rulebooks;
        this.payloads = payloads;
        this.recorder = recorder;
        this.writer = writer;
    }

    /** What is registered, and how: nothing to write when it was there before. */
    public record Registration(Registered registered, Revision revision, Write write) {}

    public Future<Decision<RulebookForm>> handle(RulebookForm form, CommandContext context, Tx tx) {
        return registration(form, context, tx).map(outcome -> {
            if (outcome instanceof Outcome.Refused<Registration> refused) {
                return Decision.refuse(refused.refusal());
            }
            Registration done = ((Outcome.Done<Registration>) outcome).value();
            return Decision.accept(form, done.revision(), done.write());
        });
    }

    /** The registration as a part of what another use case writes. */
    public Future<Outcome<Registration>> registration(RulebookForm form, CommandContext context, Tx tx) {
        return rulebooks
                .holdNumbers(tx)
                .compose(held -> rulebooks.find(tx, form.version()))
                .compose(known -> known.isPresent()
                        ? Future.succeededFuture(again(form, known.get()))
                        : rulebooks.all(tx).map(all -> first(form, all, context)));
    }

    private Outcome<Registration> again(RulebookForm form, Loaded<Registered> known) {
        return known.state().document().equals(writer.apply(form))
                ? Outcome.done(new Registration(known.state(), known.revision(), Write.none()))
                : Outcome.refused(
                        PenaltyRefusal.DUPLICATE,
                        "Version " + form.version() + " is registered with other content; it never changes.");
    }

    private Outcome<Registration> first(RulebookForm form, Rulebooks all, CommandContext context) {
        List<RulebookProblem> problems = new ArrayList<>(RulebookCheck.ofContent(form));
        problems.addAll(RulebookCheck.ofDates(form, all));
        Optional<Refusal> refusal = RulebookProblem.refusal(problems);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Registered offered = new Registered(form.rulebook(), writer.apply(form));
        Recorded recorded = recorder.record(
                context, "rulebook-" + form.version(), Revision.NEW, List.of(payloads.registered(offered.rulebook())));
        return Outcome.done(new Registration(offered, recorded.after(), rulebooks.insert(offered, recorded)));
    }
}
