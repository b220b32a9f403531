package io.redress.notifications.app;

import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.MessageCatalogue;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells everybody whom an event concerns, each once. All notices of one event are written together or, when one of
 * them cannot be worded, none is.
 */
public final class StoreNotices {
    private final Notices notices;
    private final Merchants merchants;
    private final MessageCatalogue messages;
    private final Language fallback;
    private final Ids ids;

    /**
     * @param fallback the language used with a recipient whose own is not known
     */
    public StoreNotices(Notices notices, Merchants merchants, MessageCatalogue messages, Language fallback, Ids ids) {
        this.notices = notices;
        this.merchants = merchants;
        this.messages = messages;
        this.fallback = fallback;
        this.ids = ids;
    }

    /**
     * Prepares the notices of one event.
     *
     * @return what to write, which is nothing when everybody has been told before; refused with
     *     {@code NOTICE_INCOMPLETE}
     */
    public Future<Outcome<Write>> handle(NoticeType type, PartyEvent event, CommandContext context, Tx tx) {
        List<Addressee> addressees = NoticePolicy.addressees(type, event);
        if (addressees.isEmpty()) {
            return Future.succeededFuture(Outcome.done(Write.none()));
        }
        return notices.toldOf(event.id(), tx).compose(told -> language(event, tx)
                .map(language -> write(type, addressees, told, event, language, context)));
    }

    private Outcome<Write> write(
            NoticeType type,
            List<Addressee> addressees,
            Set<Recipient> toldBefore,
            PartyEvent event,
            Language merchantLanguage,
            CommandContext context) {
        Set<Recipient> told = new HashSet<>(toldBefore);
        Write write = Write.none();
        for (Addressee addressee : addressees) {
            Language language = addressee == Addressee.MERCHANT ? merchantLanguage : fallback;
            Outcome<Notice.Change> outcome =
                    Notice.write(ids.next("not"), type, addressee, event, language, messages, context.businessTime());
            if (outcome instanceof Outcome.Refused<Notice.Change> refused) {
                return Outcome.refused(refused.refusal());
            }
            Notice.Change change = ((Outcome.Done<Notice.Change>) outcome).value();
            // Somebody in two roles is told once, in the first.
            if (told.add(change.notice().recipient())) {
                write = write.and(notices.save(context, Revision.NEW, change).write());
            }
        }
        return Outcome.done(write);
    }

    private Future<Language> language(PartyEvent event, Tx tx) {
        Optional<Language> said = event.value("language").flatMap(Language::ofTag);
        if (said.isPresent()) {
            return Future.succeededFuture(said.get());
        }
        return event.value("merchantId")
                .map(merchantId -> merchants.language(merchantId, tx).map(known -> known.orElse(fallback)))
                .orElseGet(() -> Future.succeededFuture(fallback));
    }
}
