package io.redress.notifications.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.notifications.app.KeepTemplates;
import io.redress.notifications.app.PreviewTemplate;
import io.redress.notifications.app.Templates;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.NotificationRefusal;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateStatus;
import io.redress.notifications.domain.template.TemplateText;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates over HTTP. */
public final class TemplateApi {
    private final KeepTemplates keep;
    private final PreviewTemplate preview;
    private final Templates templates;

    public TemplateApi(KeepTemplates keep, PreviewTemplate preview, Templates templates) {
        this.keep = keep;
        this.preview = preview;
        this.templates = templates;
    }

    /** What a template says, filled in. */
    record PreviewBody(Optional<TemplateText> zh, Optional<TemplateText> en) {
        static PreviewBody of(Map<Language, TemplateText> filled) {
            return new PreviewBody(
                    Optional.ofNullable(filled.get(Language.ZH)), Optional.ofNullable(filled.get(Language.EN)));
        }
    }

    /** Binds every operation on templates. */
    public void bind(Operations operations) {
        operations.query("listTemplates", this::list);
        operations.query("getTemplate", this::get);
        operations.command("draftTemplate", this::draft, TemplateBody::of);
        operations.command("changeTemplate", this::change, TemplateBody::of);
        operations.command(
                "approveTemplate",
                (request, context, tx) -> keep.approve(request.path("templateId"), context, tx),
                TemplateBody::of);
        operations.command(
                "previewTemplate",
                (request, context, tx) -> preview.handle(
                        request.path("templateId"),
                        request.body(TemplateRequests.Preview.class).byName(),
                        context,
                        tx),
                PreviewBody::of);
    }

    private Future<Decision<Template>> draft(ApiRequest request, CommandContext context, Tx tx) {
        TemplateRequests.Draft body = request.body(TemplateRequests.Draft.class);
        Optional<NoticeType> type = NoticeType.find(body.type());
        Optional<Addressee> addressee = Addressee.find(body.addressee());
        if (type.isEmpty() || addressee.isEmpty()) {
            return Future.succeededFuture(Decision.refuse(Refusal.of(
                    NotificationRefusal.TEMPLATE_TYPE_UNKNOWN,
                    "there is no notice " + body.type() + " to " + body.addressee())));
        }
        return Future.succeededFuture(keep.draft(
                type.get(), addressee.get(), Optional.ofNullable(body.zh()), Optional.ofNullable(body.en()), context));
    }

    private Future<Decision<Template>> change(ApiRequest request, CommandContext context, Tx tx) {
        TemplateRequests.Change body = request.body(TemplateRequests.Change.class);
        return keep.change(
                request.path("templateId"),
                Optional.ofNullable(body.zh()),
                Optional.ofNullable(body.en()),
                context,
                tx);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Optional<NoticeType> type = request.query("type").flatMap(NoticeType::find);
        if (request.query("type").isPresent() && type.isEmpty()) {
            return Future.succeededFuture(HttpAnswer.ok(new Page<>(List.of(), null)));
        }
        return templates
                .list(
                        type,
                        request.query("status").map(TemplateStatus::valueOf),
                        page.after().map(key -> key.get(0)),
                        page.limit() + 1,
                        tx)
                .map(found -> found.stream().map(TemplateBody::of).toList())
                .map(bodies -> HttpAnswer.page(request, Page.of(bodies, page.limit(), body -> List.of(body.id()))));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return templates.find(request.path("templateId"), tx).map(found -> found.map(
                        loaded -> HttpAnswer.ok(TemplateBody.of(loaded.state())).withRevision(loaded.revision()))
                .orElseGet(HttpAnswer::notFound));
    }
}
