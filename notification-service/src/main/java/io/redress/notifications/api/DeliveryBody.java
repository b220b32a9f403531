package io.redress.notifications.api;

import io.redress.notifications.app.Deliveries;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.DeliveryState;
import io.redress.notifications.domain.DeliveryStep;
import io.redress.notifications.domain.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a notice's way to its recipient by one channel. */
record DeliveryBody(String channel, String state, Optional<String> address, List<StepBody> steps) {

    record StepBody(String state, Instant at, Optional<String> evidence) {}

    /** The inbox: the notice itself is the evidence. */
    static DeliveryBody inbox(Notice notice) {
        List<StepBody> steps = new ArrayList<>();
        steps.add(inInbox(DeliveryState.SENT, notice.storedAt()));
        notice.readAt().ifPresent(at -> steps.add(inInbox(DeliveryState.READ, at)));
        notice.acknowledgedAt().ifPresent(at -> steps.add(inInbox(DeliveryState.ACKNOWLEDGED, at)));
        return new DeliveryBody(
                Channel.INBOX.name(), steps.get(steps.size() - 1).state(), Optional.empty(), List.copyOf(steps));
    }

    static DeliveryBody of(Deliveries.Recorded recorded) {
        return new DeliveryBody(
                recorded.delivery().channel().name(),
                recorded.delivery().state().name(),
                Optional.of(masked(recorded.delivery().address())),
                recorded.steps().stream().map(DeliveryBody::step).toList());
    }

    private static StepBody inInbox(DeliveryState state, Instant at) {
        return new StepBody(state.name(), at, Optional.empty());
    }

    private static StepBody step(DeliveryStep step) {
        return new StepBody(step.state().name(), step.at(), Optional.of(step.evidence()));
    }

    /** Enough to recognise one's own address, too little to use another's. */
    private static String masked(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? "…" + address.substring(Math.max(0, address.length() - 3))
                : address.substring(0, Math.min(1, at)) + "…" + address.substring(at);
    }
}
