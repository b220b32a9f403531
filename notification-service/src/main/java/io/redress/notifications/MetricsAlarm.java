package io.redress.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.notifications.app.RefusalAlarm;
import io.redress.notifications.domain.RefusedNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts refused notices as {@code redress_notices_refused_total{reason}} and logs each as an error. */
final class MetricsAlarm implements RefusalAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsAlarm.class);

    private final MeterRegistry metrics;

    MetricsAlarm(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void raise(RefusedNotice refused) {
        String reason = refused.why().reason().code();
        metrics.counter("redress.notices.refused", "reason", reason).increment();
        LOG.atError()
                .addKeyValue("refusedNoticeId", refused.id())
                .addKeyValue("type", refused.type().wireName())
                .addKeyValue("addressee", refused.addressee())
                .addKeyValue("reason", reason)
                .log("a notice was not sent");
    }
}
