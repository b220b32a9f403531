package io.redress.notifications.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.pg.Tx;
import io.redress.notifications.app.AcknowledgeNotice;
import io.redress.notifications.app.ChangePreferences;
import io.redress.notifications.app.RecordMailReport;
import io.redress.notifications.domain.Delivery;
import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Acknowledgements, reports of mail providers and preferences over HTTP. */
public final class DeliveryApi {
    private final AcknowledgeNotice acknowledge;
    private final RecordMailReport reports;
    private final ChangePreferences preferences;

    public DeliveryApi(AcknowledgeNotice acknowledge, RecordMailReport reports, ChangePreferences preferences) {
        this.acknowledge = acknowledge;
        this.reports = reports;
        this.preferences = preferences;
    }

    /** A report as a mail provider sends it. */
    record ReportBody(String messageId, String result, String reason, OffsetDateTime at) {
        RecordMailReport.Report toReport() {
            return new RecordMailReport.Report(
                    messageId, RecordMailReport.Result.valueOf(result), Optional.ofNullable(reason), at.toInstant());
        }
    }

    /** How far the reported mail has come. */
    record ReportedBody(String noticeId, String channel, String state) {
        static ReportedBody of(Delivery delivery) {
            return new ReportedBody(
                    delivery.noticeId(),
                    delivery.channel().name(),
                    delivery.state().name());
        }
    }

    /** Binds the operations. */
    public void bind(Operations operations) {
        operations.command(
                "acknowledgeNotice",
                (request, context, tx) -> acknowledge.handle(request.path("noticeId"), context, tx),
                NoticeBody::of);
        operations.command(
                "reportMail",
                (request, context, tx) ->
                        reports.handle(request.body(ReportBody.class).toReport(), context, tx),
                ReportedBody::of);
        operations.query("getPreferences", this::preferences);
        operations.command(
                "putPreferences",
                (request, context, tx) ->
                        preferences.handle(request.body(PreferencesBody.class).toPreferences(), context, tx),
                PreferencesBody::of);
    }

    private Future<HttpAnswer> preferences(ApiRequest request, CommandContext context, Tx tx) {
        return preferences.current(context.caller(), tx).map(current -> HttpAnswer.ok(
                        PreferencesBody.of(current.state()))
                .withRevision(current.revision()));
    }
}
