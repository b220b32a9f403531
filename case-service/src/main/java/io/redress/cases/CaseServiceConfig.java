package io.redress.cases;

import io.redress.cases.files.EvidenceConfig;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * The settings of case-service.
 *
 * @param penaltiesUrl base of penalty-service, for effect previews
 * @param refundsUrl base of refund-service, for effect previews about money
 * @param effectsWithin business time that an effect's owner has to answer
 * @param reportedWithin business time after a condition's date in which a verifier's report is waited for
 * @param zone whose days count while no calendar is stored
 * @param evidence where files of evidence are, and which are taken
 * @param consistency about rulings that are compared
 */
public record CaseServiceConfig(
        ServiceConfig service,
        String penaltiesUrl,
        String refundsUrl,
        Duration effectsWithin,
        Duration reportedWithin,
        ZoneId zone,
        EvidenceConfig evidence,
        ConsistencySettings consistency) {

    private static final int DEFAULT_PORT = 8081;
    private static final Duration EFFECTS_WITHIN = Duration.ofDays(3);
    private static final Duration REPORTED_WITHIN = Duration.ofDays(3);

    /** Reads {@code REDRESS_*}; throws with every problem at once. */
    public static CaseServiceConfig from(Env env) {
        ServiceConfig service = ServiceConfig.from(env, DEFAULT_PORT);
        String penalties = env.required("REDRESS_PENALTIES_URL");
        String refunds = env.required("REDRESS_REFUNDS_URL");
        Duration effectsWithin = env.duration("REDRESS_CASES_EFFECTS_WITHIN", EFFECTS_WITHIN);
        Duration reportedWithin = env.duration("REDRESS_CASES_CONDITIONS_REPORTED_WITHIN", REPORTED_WITHIN);
        String zone = env.optional("REDRESS_ZONE", "Asia/Shanghai");
        EvidenceConfig evidence = EvidenceConfig.from(env);
        ConsistencySettings consistency = ConsistencySettings.from(env);
        env.check();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new ConfigProblems(
                    List.of("REDRESS_ZONE must be a time zone such as Asia/Shanghai, not '" + zone + "'"));
        }
        return new CaseServiceConfig(
                service, penalties, refunds, effectsWithin, reportedWithin, ZoneId.of(zone), evidence, consistency);
    }
}
