package io.redress.notifications.app;

import io.redress.kit.boot.Ids;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.template.ShippedTemplates;
import io.redress.notifications.domain.template.ShippedTemplates.Sample;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Stores the words that the suite is delivered with, where nothing was approved yet. Running it again changes nothing. */
public final class LoadShippedTemplates {
    private final Templates templates;
    private final List<Sample> samples;
    private final Ids ids;
    private final String serviceName;

    public LoadShippedTemplates(Templates templates, List<Sample> samples, Ids ids, String serviceName) {
        this.templates = templates;
        this.samples = List.copyOf(samples);
        this.ids = ids;
        this.serviceName = serviceName;
    }

    /** In one transaction; another instance that does the same at the same time makes it fail, and finds it done. */
    public Future<Void> handle(Instant at, Tx tx) {
        String cause = ids.next("req");
        CommandContext context = new CommandContext(
                Caller.service(serviceName), cause, cause, Optional.empty(), at, OptionalLong.empty());
        Future<Write> all = Future.succeededFuture(Write.none());
        for (Sample sample : samples) {
            all = all.compose(write -> templates
                    .current(sample.type(), sample.addressee(), tx)
                    .map(current -> current.isPresent() ? write : write.and(store(sample, context))));
        }
        return all.compose(tx::apply);
    }

    private Write store(Sample sample, CommandContext context) {
        return templates
                .save(
                        context,
                        Revision.NEW,
                        ShippedTemplates.approved(ids.next("tpl"), sample, serviceName, context.businessTime()))
                .write();
    }
}
