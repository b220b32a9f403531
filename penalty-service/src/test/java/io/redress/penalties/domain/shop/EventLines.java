package io.redress.penalties.domain.shop;

import java.util.List;

/** What happened, an event a line: its name, whom or what it is about, and what that then is. */
final class EventLines {

    private EventLines() {}

    static List<String> of(ShopChange change) {
        return of(change.events());
    }

    static List<String> of(List<ShopEvent> events) {
        return events.stream()
                .map(event -> event.getClass().getSimpleName() + " " + about(event))
                .toList();
    }

    private static String about(ShopEvent event) {
        if (event instanceof ShopEvent.EffectAnswered answer) {
            return answer.subject() + " " + answer.result()
                    + answer.reason().map(reason -> ": " + reason).orElse("");
        }
        if (event instanceof ShopEvent.ThresholdReached reached) {
            return reached.subject() + " " + reached.threshold() + " with " + reached.tally();
        }
        if (event instanceof ShopEvent.OfMeasure ofMeasure) {
            return ofMeasure.measure().kind() + " " + ofMeasure.measure().state();
        }
        if (event instanceof ShopEvent.OfPenalty ofPenalty) {
            return ofPenalty.subject() + " " + ofPenalty.penalty().status() + " "
                    + ofPenalty.penalty().points();
        }
        return event.subject();
    }
}
