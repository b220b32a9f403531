package io.redress.cases;

import io.redress.cases.api.EffectOperations;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.effect.LookAfterEffects;
import io.redress.cases.store.PgSettlements;
import io.redress.kit.http.Operations;
import java.time.Duration;

/** The part of the service by which operators look after effects: made and bound here, for {@link CaseService}. */
final class StuckEffectParts {

    private StuckEffectParts() {}

    static void bind(Operations operations, CaseDesk desk, Duration effectsWithin, PlatformTexts texts) {
        new EffectOperations(new LookAfterEffects(desk, new PgSettlements(), effectsWithin), texts).bind(operations);
    }
}
