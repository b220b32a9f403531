package io.redress.notifications.store;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.PreferenceStore;
import io.redress.notifications.app.Saved;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Preferences;
import io.redress.notifications.domain.QuietHours;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Preferences in the table {@code preference}. */
public final class PgPreferences implements PreferenceStore {
    private static final String FIND = """
            SELECT * FROM preference WHERE recipient_kind = $1 AND recipient_id = $2""";

    private static final String INSERT = """
            INSERT INTO preference (recipient_kind, recipient_id, version, event_sequence, chain_head, language,
                                    important, information, quiet_from, quiet_to, quiet_zone, sms_number)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private static final String UPDATE = """
            UPDATE preference
               SET version = $3, event_sequence = $4, chain_head = $5, language = $6, important = $7,
                   information = $8, quiet_from = $9, quiet_to = $10, quiet_zone = $11, sms_number = $12
             WHERE recipient_kind = $1 AND recipient_id = $2 AND version = $13""";

    private final EventRecorder recorder;
    private final Function<Recipient, OutgoingEvent> message;

    /** @param message what others are told of a change */
    public PgPreferences(EventRecorder recorder, Function<Recipient, OutgoingEvent> message) {
        this.recorder = recorder;
        this.message = message;
    }

    private static String subject(Recipient recipient) {
        return "preferences:" + recipient.kind().name() + ":" + recipient.id();
    }

    @Override
    public Future<Loaded<Preferences>> of(Recipient recipient, Tx tx) {
        return tx.query(FIND, Tuple.of(recipient.kind().name(), recipient.id())).map(rows -> {
            for (Row row : rows) {
                return new Loaded<>(preferences(row), NoticeRows.revision(row));
            }
            return new Loaded<>(Preferences.DEFAULT, Revision.NEW);
        });
    }

    @Override
    public Saved save(CommandContext context, Recipient recipient, Revision before, Preferences preferences) {
        Recorded recorded = recorder.record(context, subject(recipient), before, List.of(message.apply(recipient)));
        Revision after = recorded.after();
        Optional<QuietHours> quiet = preferences.quietHours();
        Tuple arguments = Tuple.tuple()
                .addString(recipient.kind().name())
                .addString(recipient.id())
                .addLong(after.version())
                .addLong(after.sequence())
                .addBuffer(NoticeRows.bytes(after.chainHead()))
                .addString(preferences.language().map(Enum::name).orElse(null))
                .addArrayOfString(names(preferences.important()))
                .addArrayOfString(names(preferences.information()))
                .addLocalTime(quiet.map(QuietHours::from).orElse(null))
                .addLocalTime(quiet.map(QuietHours::to).orElse(null))
                .addString(quiet.map(hours -> hours.zone().getId()).orElse(null))
                .addString(preferences.smsNumber().orElse(null));
        Write write = before.equals(Revision.NEW)
                ? Write.guarded(INSERT, arguments)
                : Write.guarded(UPDATE, arguments.addLong(before.version()));
        return new Saved(after, write.with(recorded));
    }

    private static Preferences preferences(Row row) {
        Optional<QuietHours> quiet = Optional.ofNullable(row.getString("quiet_zone"))
                .map(zone ->
                        new QuietHours(row.getLocalTime("quiet_from"), row.getLocalTime("quiet_to"), ZoneId.of(zone)));
        return new Preferences(
                Optional.ofNullable(row.getString("language")).map(Language::valueOf),
                channels(row.getArrayOfStrings("important")),
                channels(row.getArrayOfStrings("information")),
                quiet,
                Optional.ofNullable(row.getString("sms_number")));
    }

    private static Set<Channel> channels(String[] names) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (String name : names) {
            channels.add(Channel.valueOf(name));
        }
        return channels;
    }

    private static String[] names(Set<Channel> channels) {
        return channels.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
