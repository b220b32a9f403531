package io.redress.cases.messaging;

import io.redress.cases.app.ruling.SettleConditions;
import io.redress.cases.domain.Condition;
import io.redress.cases.domain.MilestoneReport;
import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** MilestoneVerified of the two purposes that conditions of rulings have; what earns back or cures is not this service's. */
final class MilestoneEvents {

    private static final Map<String, Condition.Kind> KINDS = Map.of(
            "CONDITIONAL_RULING", Condition.Kind.CONDITION,
            "UNDERTAKING", Condition.Kind.UNDERTAKING);

    private final SettleConditions conditions;
    private final BusinessClock clock;
    private final String serviceName;

    MilestoneEvents(SettleConditions conditions, BusinessClock clock, String serviceName) {
        this.conditions = conditions;
        this.clock = clock;
        this.serviceName = serviceName;
    }

    Future<Handling> handle(IncomingEvent event, Tx tx) {
        EventReader data = new EventReader(event);
        Optional<Condition.Kind> kind = Optional.ofNullable(KINDS.get(data.text("purpose")));
        if (kind.isEmpty()) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        MilestoneReport report = new MilestoneReport(
                data.text("verificationId"),
                kind.get(),
                data.text("matterId"),
                data.text("programmeId"),
                data.text("milestoneId"),
                data.instant("achievedAt"));
        return conditions
                .reported(report, CommandContext.of(event, serviceName, clock.now()), tx)
                .map(Handling.HANDLED);
    }
}
