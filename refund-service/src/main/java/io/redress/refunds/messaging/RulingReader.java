package io.redress.refunds.messaging;

import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.refunds.domain.ClaimKind;
import io.redress.refunds.domain.ClaimOrder;
import io.redress.refunds.domain.Money;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the money lines of {@code RulingIssued}; lines of other owners are left alone. */
final class RulingReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RulingReader() {}

    /** @throws PoisonEvent when a money line lacks something or holds what is no amount */
    static List<ClaimOrder> orders(IncomingEvent event) {
        List<ClaimOrder> orders = new ArrayList<>();
        for (Object item : event.data().getJsonArray("effects", new JsonArray())) {
            if (item instanceof JsonObject line
                    && "refunds".equals(line.getValue("owner"))
                    && "CLAIM".equals(line.getValue("kind"))) {
                orders.add(order(event.data(), line));
            }
        }
        return orders;
    }

    private static ClaimOrder order(JsonObject ruling, JsonObject line) {
        Object target = line.getValue("target");
        if (!(target instanceof JsonObject amount)) {
            throw new PoisonEvent("a money line has no target");
        }
        ClaimKind kind = kind(ruling);
        Optional<String> penaltyId =
                kind == ClaimKind.PENALTY_REVERSAL ? Optional.of(id(ruling, "penaltyId")) : Optional.empty();
        return new ClaimOrder(
                kind,
                id(line, "subject"),
                id(line, "effectId"),
                id(ruling, "merchantId"),
                id(ruling, "caseId"),
                id(ruling, "rulingId"),
                penaltyId,
                new Money(amountMinor(amount.getValue("amountMinor")), currency(amount.getValue("currency"))));
    }

    /** Of a ruling that does not say in which kind of case, which was an appeal. */
    private static ClaimKind kind(JsonObject ruling) {
        String kind = String.valueOf(ruling.getValue("kind", "PENALTY_APPEAL"));
        return ClaimKind.ofCase(kind)
                .orElseThrow(() -> new PoisonEvent("a ruling in a case of kind " + kind + " orders no money"));
    }

    private static String id(JsonObject object, String member) {
        if (object.getValue(member) instanceof String id && ID.matcher(id).matches()) {
            return id;
        }
        throw new PoisonEvent("RulingIssued carries no " + member + " for a money line");
    }

    private static long amountMinor(Object value) {
        try {
            return Long.parseLong(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new PoisonEvent("a money line carries no amount in minor units", e);
        }
    }

    private static String currency(Object value) {
        if (value instanceof String currency) {
            return currency;
        }
        throw new PoisonEvent("a money line carries no currency");
    }
}
