package io.redress.penalties;

import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import io.redress.penalties.app.seal.SealKeys;
import java.time.Duration;
import java.util.List;

/**
 * The settings of penalty-service; everything about penalties themselves is data of the rulebooks.
 *
 * @param sealKeys the key ring of detection records, the current key first
 * @param sealAnswerWithin business time in which a challenge to a seal is answered
 * @param clarificationAnswerWithin business time in which what a merchant clarified is answered
 * @param cureAnswerWithin business time in which the proof that a breach was made good is answered
 * @param transparency about the EU Transparency Database
 * @param consistency about decisions that are compared
 */
public record PenaltyServiceConfig(
        ServiceConfig service,
        SealKeys sealKeys,
        Duration sealAnswerWithin,
        Duration clarificationAnswerWithin,
        Duration cureAnswerWithin,
        TransparencySettings transparency,
        ConsistencySettings consistency) {

    private static final int DEFAULT_PORT = 8082;
    private static final Duration ANSWER_WITHIN = Duration.ofDays(3);

    /** Reads {@code REDRESS_*}; throws with every problem at once. */
    public static PenaltyServiceConfig from(Env env) {
        ServiceConfig service = ServiceConfig.from(env, DEFAULT_PORT);
        Secret ring = env.secret("REDRESS_SEAL_KEYS");
        Duration answerWithin = env.duration("REDRESS_SEAL_ANSWER_WITHIN", ANSWER_WITHIN);
        Duration clarified = env.duration("REDRESS_CLARIFICATION_ANSWER_WITHIN", ANSWER_WITHIN);
        Duration cured = env.duration("REDRESS_CURE_ANSWER_WITHIN", ANSWER_WITHIN);
        TransparencySettings transparency = TransparencySettings.from(env);
        ConsistencySettings consistency = ConsistencySettings.from(env);
        env.check();
        return new PenaltyServiceConfig(service, keys(ring), answerWithin, clarified, cured, transparency, consistency);
    }

    private static SealKeys keys(Secret ring) {
        try {
            return SealKeys.parse(ring.value());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblems(List.of("REDRESS_SEAL_KEYS: " + e.getMessage()));
        }
    }
}
