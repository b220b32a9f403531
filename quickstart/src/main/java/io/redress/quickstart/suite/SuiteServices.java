package io.redress.quickstart.suite;

import io.redress.cases.CaseService;
import io.redress.cases.CaseServiceConfig;
import io.redress.gateway.Gateway;
import io.redress.gateway.GatewayConfig;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.notifications.NotificationService;
import io.redress.notifications.NotificationServiceConfig;
import io.redress.penalties.PenaltyService;
import io.redress.penalties.PenaltyServiceConfig;
import io.redress.refunds.RefundService;
import io.redress.refunds.RefundServiceConfig;

/** Creates each service through its own composition root, with nothing but its environment. */
final class SuiteServices {

    private SuiteServices() {}

    static RunnableService create(ServiceName service, Env env, Runtime runtime) {
        return switch (service) {
            case PENALTIES -> PenaltyService.create(PenaltyServiceConfig.from(env), runtime);
            case CASES -> CaseService.create(CaseServiceConfig.from(env), runtime);
            case REFUNDS -> RefundService.create(RefundServiceConfig.from(env), runtime);
            case NOTIFICATIONS -> NotificationService.create(NotificationServiceConfig.from(env), runtime);
            case GATEWAY -> Gateway.create(GatewayConfig.from(env), runtime);
        };
    }
}
