package io.redress.kit.ops;

import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.messaging.DeadLetter;
import io.redress.kit.messaging.Replays;
import io.redress.kit.messaging.WaitingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dead letters and parked events as the contract shows them. An id says which schema its row is in. */
final class DeadLetterViews {

    record FailureView(Instant at, String cause) {}

    /** @param first of them, in order */
    record Behind(long count, List<ParkedEventView> first) {}

    record DeadLetterView(
            String id,
            String state,
            String topic,
            int partition,
            long offset,
            String key,
            Optional<String> subject,
            Optional<Long> sequence,
            String cause,
            Instant openedAt,
            int attempts,
            Optional<FailureView> lastFailure,
            Optional<Instant> closedAt,
            Optional<String> closedBy,
            Optional<String> reason,
            Optional<String> envelope,
            Optional<Behind> parkedBehind) {

        /** With what only one that is asked for by itself shows. */
        DeadLetterView whole(String text, Behind behind) {
            return new DeadLetterView(
                    id,
                    state,
                    topic,
                    partition,
                    offset,
                    key,
                    subject,
                    sequence,
                    cause,
                    openedAt,
                    attempts,
                    lastFailure,
                    closedAt,
                    closedBy,
                    reason,
                    Optional.of(text),
                    Optional.of(behind));
        }
    }

    record ParkedEventView(
            String topic,
            int partition,
            long offset,
            String key,
            String subject,
            long sequence,
            String reason,
            Instant parkedAt,
            Instant deadline) {}

    record FailedView(String deadLetterId, String cause) {}

    record ReplayedKeyView(String topic, String key, int closed, Optional<FailedView> failed) {}

    record ReplayView(List<ReplayedKeyView> keys, boolean more) {}

    private final String prefix;
    private final Pattern id;

    DeadLetterViews(String schema) {
        this.prefix = "dlt_" + schema + "_";
        this.id = Pattern.compile(prefix + "(\\d{1,18})");
    }

    /** @throws ProblemException not-found for what is no id of this schema */
    long row(String text) {
        Matcher matcher = id.matcher(text);
        if (!matcher.matches()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id");
        }
        return Long.parseLong(matcher.group(1));
    }

    DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                prefix + letter.id(),
                letter.state().name(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.subject(),
                letter.sequence(),
                letter.cause(),
                letter.openedAt(),
                letter.attempts(),
                letter.lastFailure().map(attempt -> new FailureView(attempt.at(), attempt.cause())),
                letter.closing().map(DeadLetter.Closing::at),
                letter.closing().flatMap(DeadLetter.Closing::by),
                letter.closing().flatMap(DeadLetter.Closing::reason),
                Optional.empty(),
                Optional.empty());
    }

    static ParkedEventView of(WaitingEvent event) {
        return new ParkedEventView(
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                event.subject(),
                event.sequence(),
                event.reason(),
                event.parkedAt(),
                event.deadline());
    }

    ReplayView of(Replays.Report report) {
        return new ReplayView(
                report.keys().stream()
                        .map(outcome -> new ReplayedKeyView(
                                outcome.key().topic(),
                                outcome.key().key(),
                                outcome.closed(),
                                outcome.failure()
                                        .map(failure ->
                                                new FailedView(prefix + failure.deadLetterId(), failure.cause()))))
                        .toList(),
                report.more());
    }
}
