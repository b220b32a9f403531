package io.redress.gateway;

/** The services behind the gateway. */
public enum Upstream {
    CASES("case-service", "REDRESS_CASES_URL"),
    PENALTIES("penalty-service", "REDRESS_PENALTIES_URL"),
    REFUNDS("refund-service", "REDRESS_REFUNDS_URL"),
    NOTIFICATIONS("notification-service", "REDRESS_NOTIFICATIONS_URL");

    private final String service;
    private final String urlVariable;

    Upstream(String service, String urlVariable) {
        this.service = service;
        this.urlVariable = urlVariable;
    }

    public String service() {
        return service;
    }

    /** The environment variable that says where it is. */
    public String urlVariable() {
        return urlVariable;
    }

    /** Its contract on the class path. */
    public String contract() {
        return "/openapi/" + service + ".yaml";
    }
}
