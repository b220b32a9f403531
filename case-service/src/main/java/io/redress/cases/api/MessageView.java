package io.redress.cases.api;

import io.redress.cases.app.message.ConfidenceLog;
import io.redress.cases.app.message.MessageResult;
import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.Message;
import io.redress.cases.domain.Message.Filing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message as one person sees it. */
record MessageView(
        String id,
        String caseId,
        int position,
        Correspondent from,
        String sentBy,
        Instant sentAt,
        String text,
        List<String> evidence,
        boolean asks,
        Optional<Instant> awaitedUntil,
        Optional<Instant> readAt,
        boolean filed,
        Optional<String> filedBy,
        Optional<Instant> filedAt) {

    /** A part of the messages, with how many of them are unread. */
    record PartView(List<MessageView> items, String next, Optional<Integer> unread) {}

    record EntryView(String sequence, String act, String by, Instant at, String requestId) {

        static EntryView of(ConfidenceLog.Entry entry) {
            return new EntryView(
                    Long.toString(entry.sequence()), entry.act().name(), entry.by(), entry.at(), entry.requestId());
        }
    }

    static MessageView of(MessageResult result) {
        Message message = result.message();
        return new MessageView(
                message.id(),
                message.caseId(),
                message.position(),
                message.from(),
                message.sentBy(),
                message.sentAt(),
                message.text(),
                result.evidence(),
                message.asks(),
                message.awaitedUntil(),
                message.readAt(),
                message.filed(),
                message.filing().map(Filing::by),
                message.filing().map(Filing::at));
    }
}
