package io.redress.benchmarks.suite;

import io.redress.cases.CaseServiceMain;
import io.redress.gateway.GatewayMain;
import io.redress.notifications.NotificationServiceMain;
import io.redress.penalties.PenaltyServiceMain;
import io.redress.refunds.RefundServiceMain;
import java.util.Optional;

/** The services, each with its schema and main class. */
public enum Service {
    GATEWAY("gateway", "gateway", GatewayMain.class, ""),
    CASES("case-service", "cases", CaseServiceMain.class, "REDRESS_CASES_URL"),
    PENALTIES("penalty-service", "penalties", PenaltyServiceMain.class, "REDRESS_PENALTIES_URL"),
    REFUNDS("refund-service", "refunds", RefundServiceMain.class, "REDRESS_REFUNDS_URL"),
    NOTIFICATIONS("notification-service", "notifications", NotificationServiceMain.class, "REDRESS_NOTIFICATIONS_URL");

    private final String serviceName;
    private final String schema;
    private final Class<?> main;
    private final String urlVariable;

    Service(String serviceName, String schema, Class<?> main, String urlVariable) {
        this.serviceName = serviceName;
        this.schema = schema;
        this.main = main;
        this.urlVariable = urlVariable;
    }

    public String serviceName() {
        return serviceName;
    }

    String schema() {
        return schema;
    }

    String mainClass() {
        return main.getName();
    }

    /** By which others are told where it is; nobody is told where the gateway is. */
    public Optional<String> urlVariable() {
        return urlVariable.isEmpty() ? Optional.empty() : Optional.of(urlVariable);
    }
}
