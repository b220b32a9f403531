package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateStatus;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The stored templates. */
public interface Templates {
    /** A template by its id. */
    Future<Optional<Loaded<Template>>> find(String templateId, Tx tx);

    /** The one that notices of this type to this addressee are written from now. */
    Future<Optional<Loaded<Template>>> current(NoticeType type, Addressee addressee, Tx tx);

    /**
     * Templates, newest first.
     *
     * @param before only those drafted before the template with this id
     * @param limit how many at most
     */
    Future<List<Template>> list(
            Optional<NoticeType> type, Optional<TemplateStatus> status, Optional<String> before, int limit, Tx tx);

    /** Prepares the write of a changed template with its events; {@link Revision#NEW} for a new one. */
    Saved save(CommandContext context, Revision before, Template.Change change);
}
