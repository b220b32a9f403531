package io.redress.cases.app.message;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.domain.Confidence;
import io.redress.cases.domain.ConfidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceSight;
import io.redress.cases.domain.Message;
import io.redress.cases.domain.MessageRules;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads messages: all of them the two who write to each other, and those who oversee, whose reading is written down
 * before it is answered; everybody else in the case those that are filed.
 */
public final class ReadMessages {

    /**
     * A part of the messages.
     *
     * @param items one more than was asked for when there is more
     * @param unread by who asks; empty for whoever does not take part
     */
    public record Part(List<MessageResult> items, Optional<Integer> unread) {
        public Part {
            items = List.copyOf(items);
        }
    }

    private final CaseDesk desk;
    private final Messages messages;
    private final EvidenceFiles files;
    private final ConfidenceLog log;

    public ReadMessages(CaseDesk desk, Messages messages, EvidenceFiles files, ConfidenceLog log) {
        this.desk = desk;
        this.messages = messages;
        this.files = files;
        this.log = log;
    }

    /** Empty if this caller knows of no such case. */
    public Future<Optional<Part>> list(String caseId, int limit, int afterPosition, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            CaseResult of = found.map(Loaded::state).get();
            Confidence confidence = Confidence.of(of.file(), of.viewer());
            return written(caseId, confidence, context, tx)
                    .compose(done -> messages.list(tx, caseId, !confidence.reads(), limit, afterPosition))
                    .compose(page -> seen(page, of, tx))
                    .compose(page -> unread(of, confidence, tx).map(unread -> Optional.of(new Part(page, unread))));
        });
    }

    private Future<Void> written(String caseId, Confidence confidence, CommandContext context, Tx tx) {
        return confidence == Confidence.OVERSEER
                ? tx.apply(log.read(caseId, ConfidenceAct.READ_MESSAGES, context))
                : Future.succeededFuture();
    }

    private Future<Optional<Integer>> unread(CaseResult of, Confidence confidence, Tx tx) {
        return confidence == Confidence.PARTY
                ? messages.unread(tx, of.file().id(), MessageRules.correspondent(of.viewer()))
                        .map(Optional::of)
                : Future.succeededFuture(Optional.empty());
    }

    /** The message as this person sees it. */
    Future<MessageResult> seen(Message message, CaseResult of, Tx tx) {
        return seen(List.of(message), of, tx).map(page -> page.get(0));
    }

    /** A file is named to those alone who see it. */
    private Future<List<MessageResult>> seen(List<Message> page, CaseResult of, Tx tx) {
        Set<String> named =
                page.stream().flatMap(message -> message.evidence().stream()).collect(Collectors.toSet());
        if (named.isEmpty()) {
            return Future.succeededFuture(page.stream()
                    .map(message -> new MessageResult(message, List.of(), of))
                    .toList());
        }
        EvidenceSight sight = EvidenceSight.of(of.file(), of.viewer());
        return files.among(tx, of.file().id(), named).map(found -> {
            Set<String> visible = found.stream()
                    .map(EvidenceFiles.Versioned::file)
                    .filter(sight::sees)
                    .map(EvidenceFile::id)
                    .collect(Collectors.toSet());
            return page.stream()
                    .map(message -> new MessageResult(
                            message,
                            message.evidence().stream()
                                    .filter(visible::contains)
                                    .toList(),
                            of))
                    .toList();
        });
    }

    /** Which overseer has read here; empty if this caller knows of no such case, or has no part in its messages. */
    public Future<Optional<List<ConfidenceLog.Entry>>> readings(
            String caseId, int limit, long afterSequence, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx).compose(found -> {
            boolean reads = found.map(Loaded::state)
                    .filter(of -> Confidence.of(of.file(), of.viewer()).reads())
                    .isPresent();
            return reads
                    ? log.list(tx, caseId, limit, afterSequence).map(Optional::of)
                    : Future.succeededFuture(Optional.empty());
        });
    }
}
