package io.redress.cases.client;

import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectTarget;
import io.redress.cases.domain.Money;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Effect lines as peers word them. */
final class EffectLines {

    private EffectLines() {}

    static List<EffectLine> read(JsonObject answer) {
        JsonArray effects = answer.getJsonArray("effects", new JsonArray());
        return effects.stream().map(effect -> line((JsonObject) effect)).toList();
    }

    private static EffectLine line(JsonObject effect) {
        JsonObject target = effect.getJsonObject("target");
        Optional<Money> amount = Optional.ofNullable(target.getValue("amountMinor"))
                .map(minor -> new Money(Long.parseLong(minor.toString()), target.getString("currency")));
        return EffectLine.pinned(
                effect.getString("effectId"),
                EffectOwner.valueOf(effect.getString("owner").toUpperCase(Locale.ROOT)),
                EffectKind.valueOf(effect.getString("kind")),
                effect.getString("subject"),
                new EffectTarget(
                        Optional.ofNullable(target.getInteger("points")),
                        Optional.ofNullable(target.getString("state")),
                        amount));
    }
}
