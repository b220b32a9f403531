package io.redress.cases.app.message;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.Confidence;
import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.Message;
import io.redress.cases.domain.MessageRules;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/** What is done with messages that are there: they are read, and one is filed. */
public final class HandleMessages {

    /** How many are left to be read by one side. */
    public record Read(String caseId, int unread) {}

    private final CaseDesk desk;
    private final Messages messages;
    private final ReadMessages read;
    private final MessageLog log;

    public HandleMessages(CaseDesk desk, Messages messages, ReadMessages read, MessageLog log) {
        this.desk = desk;
        this.messages = messages;
        this.read = read;
        this.log = log;
    }

    /**
     * The caller's side has read this message and all before it; said again, nothing changes. Refusals: not-the-advocate,
     * unknown-message.
     */
    public Future<Decision<Read>> read(String caseId, String upTo, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            CaseResult seen = found.map(Loaded::state).get();
            Optional<Refusal> refusal = MessageRules.taking(seen.file(), seen.viewer());
            return refusal.isPresent()
                    ? Future.succeededFuture(Decision.refuse(refusal.get()))
                    : read(seen, upTo, context, tx);
        });
    }

    private Future<Decision<Read>> read(CaseResult seen, String upTo, CommandContext context, Tx tx) {
        String caseId = seen.file().id();
        Correspondent reader = MessageRules.correspondent(seen.viewer());
        return messages.find(tx, upTo).compose(found -> {
            Optional<Message> message = found.filter(one -> one.caseId().equals(caseId));
            if (message.isEmpty()) {
                return Future.succeededFuture(
                        Decision.refuse(Refusal.of(CaseRefusal.UNKNOWN_MESSAGE, "The case has no such message.")));
            }
            int position = message.get().position();
            return messages.unreadBehind(tx, caseId, reader, position)
                    .map(unread -> Decision.accept(
                            new Read(caseId, unread),
                            Revision.NEW,
                            messages.read(
                                    caseId, reader, position, seen.viewer().id(), context.businessTime())));
        });
    }

    /**
     * Opens a message to everybody in the case, for good. One that is open already stays as it is. Refusals:
     * illegal-transition, not-the-advocate; who may not see it is told that there is none.
     */
    public Future<Decision<MessageResult>> file(String caseId, String messageId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            CaseResult of = found.map(Loaded::state).get();
            return messages.find(tx, messageId)
                    .compose(message -> file(message.filter(one -> sees(one, of)), of, context, tx));
        });
    }

    private static boolean sees(Message message, CaseResult of) {
        boolean reads = Confidence.of(of.file(), of.viewer()).reads();
        return message.caseId().equals(of.file().id()) && (reads || message.filed());
    }

    private Future<Decision<MessageResult>> file(
            Optional<Message> found, CaseResult of, CommandContext context, Tx tx) {
        if (found.isEmpty()) {
            return Future.succeededFuture(Decision.notFound());
        }
        Message message = found.get();
        Optional<Refusal> refusal = MessageRules.filing(of.file(), message, of.viewer());
        if (refusal.isPresent()) {
            return Future.succeededFuture(Decision.refuse(refusal.get()));
        }
        if (message.filed()) {
            return read.seen(message, of, tx).map(seen -> Decision.accept(seen, Revision.NEW, Write.none()));
        }
        Message filed = message.filed(of.viewer().id(), context.businessTime());
        return messages.exchange(tx, of.file().id()).compose(exchange -> {
            Recorded recorded = log.filed(context, of.file(), filed, exchange.revision());
            return read.seen(filed, of, tx)
                    .map(seen -> Decision.accept(seen, Revision.NEW, messages.file(filed, exchange, recorded)));
        });
    }
}
