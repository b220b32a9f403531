package io.redress.notifications.app;

import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.Unsendable;
import io.redress.notifications.domain.template.MessageSyntax;
import io.redress.notifications.domain.template.Placeholders;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TermScanner;
import io.redress.notifications.domain.template.Wording;
import io.vertx.core.Future;
import java.util.Optional;

/** Words one notice from the template that is approved now. Stores nothing. */
public final class WriteNotice {
    /** What came of it. */
    public sealed interface Result {
        /** The notice, to be stored. */
        record Written(Notice.Change change) implements Result {}

        /** It must not be sent. */
        record None(Unsendable why) implements Result {}
    }

    private final Templates templates;
    private final Merchants merchants;
    private final MessageSyntax syntax;
    private final SealedTerms sealedTerms;
    private final Language fallback;
    private final Ids ids;

    /** @param fallback the language used with a recipient whose own is not known */
    public WriteNotice(
            Templates templates,
            Merchants merchants,
            MessageSyntax syntax,
            SealedTerms sealedTerms,
            Language fallback,
            Ids ids) {
        this.templates = templates;
        this.merchants = merchants;
        this.syntax = syntax;
        this.sealedTerms = sealedTerms;
        this.fallback = fallback;
        this.ids = ids;
    }

    /** Fails, to be tried again, while the sealed terms are not known: then nothing is sent at all. */
    public Future<Result> handle(
            NoticeType type, Addressee addressee, PartyEvent event, CommandContext context, Tx tx) {
        Optional<Recipient> recipient = addressee.of(event);
        if (recipient.isEmpty()) {
            return none(Unsendable.Reason.RECIPIENT_MISSING, event.type() + " names no " + addressee);
        }
        return sealedTerms.scanner().compose(scanner -> templates
                .current(type, addressee, tx)
                .compose(current -> current.isEmpty()
                        ? none(
                                Unsendable.Reason.TEMPLATE_MISSING,
                                "no template of " + type.wireName() + " to " + addressee + " is approved")
                        : write(current.get().state(), recipient.get(), event, scanner, context, tx)));
    }

    private Future<Result> write(
            Template template,
            Recipient recipient,
            PartyEvent event,
            TermScanner scanner,
            CommandContext context,
            Tx tx) {
        return named(event, tx).compose(named -> {
            Wording.Result result = new Wording(syntax, scanner).write(template, named);
            if (result instanceof Wording.Result.None none) {
                return Future.succeededFuture(new Result.None(none.why()));
            }
            Wording.Result.Words words = (Wording.Result.Words) result;
            return language(template.addressee(), event, tx)
                    .map(language -> new Result.Written(Notice.write(
                            ids.next("not"),
                            template.type(),
                            recipient,
                            event,
                            language,
                            template.reference(),
                            words.title(),
                            words.body(),
                            context.businessTime())));
        });
    }

    /** With the merchant's name, so that a template can use it. */
    private Future<PartyEvent> named(PartyEvent event, Tx tx) {
        return event.value("merchantId")
                .map(merchantId -> merchants.name(merchantId, tx).map(name -> name.map(
                                known -> event.with(Placeholders.MERCHANT_NAME, known))
                        .orElse(event)))
                .orElseGet(() -> Future.succeededFuture(event));
    }

    private Future<Language> language(Addressee addressee, PartyEvent event, Tx tx) {
        if (addressee != Addressee.MERCHANT) {
            return Future.succeededFuture(fallback);
        }
        Optional<Language> said = event.value("language").flatMap(Language::ofTag);
        if (said.isPresent()) {
            return Future.succeededFuture(said.get());
        }
        return event.value("merchantId")
                .map(merchantId -> merchants.language(merchantId, tx).map(known -> known.orElse(fallback)))
                .orElseGet(() -> Future.succeededFuture(fallback));
    }

    private static Future<Result> none(Unsendable.Reason reason, String detail) {
        return Future.succeededFuture(new Result.None(new Unsendable(reason, detail)));
    }
}
