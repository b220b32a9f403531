package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Delivery;
import io.redress.notifications.domain.MailComposer;
import io.redress.notifications.domain.Notice;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a mail provider's report of what became of a mail. The same report again changes nothing; one that contradicts
 * an earlier one is kept as evidence, and a bounce is told whenever it comes.
 */
public final class RecordMailReport {
    /** What a report says. */
    public enum Result {
        ACCEPTED,
        BOUNCED
    }

    /**
     * A report.
     *
     * @param messageId of the mail, with or without angle brackets
     * @param result what became of it
     * @param reason what the reporting server said
     * @param at when, by the report
     */
    public record Report(String messageId, Result result, Optional<String> reason, Instant at) {}

    private final Notices notices;
    private final Deliveries deliveries;
    private final Optional<MailComposer> composer;
    private final RecordDelivery records;

    /** @param composer knows this service's message ids; empty while there is no mail */
    public RecordMailReport(Notices notices, Deliveries deliveries, Optional<MailComposer> composer) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.composer = composer;
        this.records = new RecordDelivery(notices, deliveries);
    }

    /** Not found: no mail of this service has this message id. */
    public Future<Decision<Delivery>> handle(Report report, CommandContext context, Tx tx) {
        Optional<String> noticeId = composer.flatMap(known -> known.noticeId(report.messageId()));
        if (noticeId.isEmpty()) {
            return Future.succeededFuture(Decision.notFound());
        }
        return notices.find(noticeId.get(), tx).compose(notice -> deliveries
                .find(noticeId.get(), Channel.EMAIL, tx)
                .map(delivery -> notice.isPresent() && delivery.isPresent()
                        ? decide(notice.get(), delivery.get(), report, context)
                        : Decision.notFound()));
    }

    private Decision<Delivery> decide(Loaded<Notice> notice, Delivery before, Report report, CommandContext context) {
        String evidence = "reported " + report.result() + " for " + report.at()
                + report.reason().map(reason -> ": " + reason).orElse("");
        Delivery.Change change =
                switch (report.result()) {
                    case ACCEPTED -> before.reportedAccepted(evidence, report.at(), context.businessTime());
                    case BOUNCED -> before.reportedBounced(evidence, report.at(), context.businessTime());
                };
        if (change.steps().isEmpty()) {
            return Decision.accept(before, notice.revision(), Write.none());
        }
        Saved saved = records.prepare(notice, before, change, Duration.ZERO, context);
        return Decision.accept(change.delivery(), saved.revision(), saved.write());
    }
}
