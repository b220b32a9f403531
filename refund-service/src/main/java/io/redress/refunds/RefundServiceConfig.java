package io.redress.refunds;

import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the refund service is told by its environment.
 *
 * @param service what every service needs
 * @param currencies the currencies in which the ledger keeps accounts, {@code REDRESS_CURRENCIES}, separated by commas
 */
public record RefundServiceConfig(ServiceConfig service, Set<String> currencies) {
    private static final int DEFAULT_PORT = 8083;

    public RefundServiceConfig {
        currencies = Set.copyOf(currencies);
    }

    /** Reads everything and reports all problems at once. */
    public static RefundServiceConfig from(Env env) {
        ServiceConfig service = ServiceConfig.from(env, DEFAULT_PORT);
        List<String> problems = new ArrayList<>();
        Set<String> currencies = new TreeSet<>();
        for (String currency : env.optional("REDRESS_CURRENCIES", "CNY").split(",", -1)) {
            if (currency.strip().matches("[A-Z]{3}")) {
                currencies.add(currency.strip());
            } else {
                problems.add("REDRESS_CURRENCIES must list codes such as CNY, not '" + currency + "'");
            }
        }
        try {
            env.check();
        } catch (ConfigProblems others) {
            problems.addAll(others.problems());
        }
        if (!problems.isEmpty()) {
            throw new ConfigProblems(problems);
        }
        return new RefundServiceConfig(service, currencies);
    }
}
