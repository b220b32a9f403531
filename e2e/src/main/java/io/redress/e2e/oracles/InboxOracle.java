package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** I5, as a merchant sees it: the inbox shows each stored notice once and no other, in the order newest first. */
public final class InboxOracle implements Oracle {

    private static final String MERCHANTS = """
            SELECT recipient_id FROM notifications.notice WHERE recipient_kind = 'MERCHANT'
            GROUP BY recipient_id ORDER BY max(id) DESC LIMIT ?""";
    private static final String STORED = """
            SELECT id FROM notifications.notice WHERE recipient_kind = 'MERCHANT' AND recipient_id = ?
            ORDER BY id DESC""";

    private final Rows rows;
    private final Function<String, List<JsonNode>> inbox;
    private final int merchants;

    /**
     * @param inbox all that a merchant's inbox shows, page after page
     * @param merchants in how many inboxes to look, those told last
     */
    public InboxOracle(Connection connection, Function<String, List<JsonNode>> inbox, int merchants) {
        this.rows = new Rows(connection);
        this.inbox = inbox;
        this.merchants = merchants;
    }

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public String guarantees() {
        return "an inbox shows each notice of its merchant once, and none of another";
    }

    @Override
    public List<Violation> check() {
        List<Violation> found = new ArrayList<>();
        for (String merchant : rows.texts(MERCHANTS, merchants)) {
            List<String> stored = rows.texts(STORED, merchant);
            List<String> shown = new ArrayList<>();
            inbox.apply(merchant).forEach(notice -> shown.add(notice.path("id").asText()));
            if (!shown.equals(stored)) {
                TreeSet<String> missing = new TreeSet<>(stored);
                shown.forEach(missing::remove);
                List<String> surplus = new ArrayList<>(shown);
                stored.forEach(surplus::remove);
                found.add(new Violation(
                        id(),
                        "inbox of " + merchant + " shows " + shown.size() + " of " + stored.size()
                                + " notices, without " + missing + ", and too many " + surplus));
            }
        }
        return List.copyOf(found);
    }
}
