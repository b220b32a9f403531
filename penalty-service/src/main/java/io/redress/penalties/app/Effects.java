package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.ShopEvent;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which effect lines of rulings had their effect here, and which wait for the marketplace. */
public interface Effects {

    /** Those of these ids that were taken in before. */
    Future<Set<String>> known(Tx tx, Collection<String> effectIds);

    /** Lines on this measure that are not answered. */
    Future<List<EffectLine>> waiting(Tx tx, String measureId);

    /** Takes in new lines, with the answers that are given already. */
    Write insert(List<EffectLine> lines, List<ShopEvent> events, Instant at);

    /** Notes the answers among the events to lines taken in before. */
    Write answer(List<ShopEvent> events, Instant at);
}
