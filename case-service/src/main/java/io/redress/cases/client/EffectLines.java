package io.redress.cases.client;

import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectTarget;
import io.redress.cases.domain.Money;
import io.redress.kit.outcome.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Effect lines as peers word them. */
final class EffectLines {

    private EffectLines() {}

    /** The lines; refused when one leaves more points than the penalty has as the peer knows it. */
    static Outcome<List<EffectLine>> read(JsonObject answer) {
        JsonArray effects = answer.getJsonArray("effects", new JsonArray());
        List<EffectLine> lines =
                effects.stream().map(effect -> line((JsonObject) effect)).toList();
        int before = answer.getInteger("pointsBefore", Integer.MAX_VALUE);
        boolean worse = lines.stream().anyMatch(line -> line.target().points().orElse(0) > before);
        return worse
                ? Outcome.refused(CaseRefusal.WORSE_OFF, "A ruling leaves at most the points that the penalty has.")
                : Outcome.done(lines);
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
                        Optional.ofNullable(target.getString("measureKind")),
                        amount,
                        Optional.empty(),
                        target.getBoolean("byRuling", false)));
    }
}
