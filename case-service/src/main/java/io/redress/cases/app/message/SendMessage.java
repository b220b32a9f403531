package io.redress.cases.app.message;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.app.clock.ReadClocks;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceSight;
import io.redress.cases.domain.Message;
import io.redress.cases.domain.MessageRules;
import io.redress.cases.domain.clock.CaseClocks;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The merchant's side and the case's advocate write to each other. Guarantees: only who is the advocate at that moment
 * writes as one; a question makes the case wait for the merchant no longer than the policy says, however many there are.
 * Refusals: illegal-transition, not-the-advocate, unknown-evidence, message-limit-reached.
 */
public final class SendMessage {

    /** What is asked. */
    public record Command(String caseId, String text, List<String> evidence, boolean asks) {
        public Command {
            evidence = List.copyOf(evidence);
        }
    }

    private final CaseDesk desk;
    private final Messages messages;
    private final EvidenceFiles files;
    private final ReadClocks clocks;
    private final MessageLog log;
    private final Ids ids;

    public SendMessage(
            CaseDesk desk, Messages messages, EvidenceFiles files, ReadClocks clocks, MessageLog log, Ids ids) {
        this.desk = desk;
        this.messages = messages;
        this.files = files;
        this.clocks = clocks;
        this.log = log;
        this.ids = ids;
    }

    public Future<Decision<MessageResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.read(command.caseId(), context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            CaseResult seen = found.map(Loaded::state).get();
            Optional<Refusal> refusal = MessageRules.sending(seen.file(), seen.viewer(), command.asks());
            return refusal.isPresent()
                    ? Future.succeededFuture(Decision.refuse(refusal.get()))
                    : send(command, seen, context, tx);
        });
    }

    private Future<Decision<MessageResult>> send(Command command, CaseResult seen, CommandContext context, Tx tx) {
        return named(command, tx)
                .compose(known -> messages.exchange(tx, command.caseId()).compose(exchange -> {
                    EvidenceSight sight = EvidenceSight.of(seen.file(), seen.viewer());
                    Optional<Refusal> refusal = MessageRules.naming(Set.copyOf(command.evidence()), known, sight)
                            .or(() -> MessageRules.oneMore(exchange.messages()));
                    return refusal.isPresent()
                            ? Future.succeededFuture(Decision.refuse(refusal.get()))
                            : awaitedUntil(command, context, tx)
                                    .map(until -> sent(command, until, exchange, seen, context));
                }));
    }

    private Future<Map<String, EvidenceFile>> named(Command command, Tx tx) {
        return command.evidence().isEmpty()
                ? Future.succeededFuture(Map.of())
                : files.among(tx, command.caseId(), command.evidence()).map(found -> found.stream()
                        .map(EvidenceFiles.Versioned::file)
                        .collect(Collectors.toMap(EvidenceFile::id, file -> file)));
    }

    private Future<Optional<Instant>> awaitedUntil(Command command, CommandContext context, Tx tx) {
        return command.asks()
                ? clocks.of(command.caseId(), context, tx).map(found -> found.flatMap(CaseClocks::awaitsUntil))
                : Future.succeededFuture(Optional.empty());
    }

    private Decision<MessageResult> sent(
            Command command,
            Optional<Instant> awaitedUntil,
            Messages.Exchange exchange,
            CaseResult seen,
            CommandContext context) {
        Instant now = context.businessTime();
        Correspondent from = MessageRules.correspondent(seen.viewer());
        Message message = new Message(
                ids.next(Message.PREFIX),
                command.caseId(),
                exchange.messages() + 1,
                from,
                seen.viewer().id(),
                now,
                command.text(),
                command.evidence(),
                command.asks(),
                awaitedUntil,
                Optional.empty(),
                Optional.empty());
        Recorded recorded = log.sent(context, seen.file(), message, exchange.revision());
        Write write = messages.insert(message, seen.version(), exchange, recorded)
                .with(Deadlines.noLaterThan(ClockFiles.LOOK, command.caseId(), now.plus(ClockFiles.LOOK_AFTER)));
        return Decision.accept(new MessageResult(message, command.evidence(), seen), Revision.NEW, write);
    }
}
