package io.redress.notifications;

import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import io.redress.notifications.domain.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the notification service is told by its environment.
 *
 * @param service what every service needs
 * @param penaltiesUrl base of penalty-service, which keeps the sealed terms, {@code REDRESS_PENALTIES_URL}
 * @param zone the zone in which notices show times, {@code REDRESS_ZONE}
 * @param fallbackLanguage used with a recipient whose language is not known, {@code REDRESS_FALLBACK_LANGUAGE}
 * @param channels the ways beside the inbox
 */
public record NotificationServiceConfig(
        ServiceConfig service, String penaltiesUrl, ZoneId zone, Language fallbackLanguage, ChannelsConfig channels) {
    private static final int DEFAULT_PORT = 8084;

    /** Reads everything and reports all problems at once. */
    public static NotificationServiceConfig from(Env env) {
        ServiceConfig service = ServiceConfig.from(env, DEFAULT_PORT);
        String penalties = env.required("REDRESS_PENALTIES_URL");
        String zone = env.optional("REDRESS_ZONE", "Asia/Shanghai");
        String language = env.optional("REDRESS_FALLBACK_LANGUAGE", "zh");
        List<String> problems = new ArrayList<>();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add("REDRESS_ZONE must be a zone such as Asia/Shanghai, not '" + zone + "'");
        }
        Optional<Language> fallback = Language.ofTag(language);
        if (fallback.isEmpty()) {
            problems.add("REDRESS_FALLBACK_LANGUAGE must be zh or en, not '" + language + "'");
        }
        ChannelsConfig channels = ChannelsConfig.from(env, problems);
        try {
            env.check();
        } catch (ConfigProblems others) {
            problems.addAll(others.problems());
        }
        if (!problems.isEmpty()) {
            throw new ConfigProblems(problems);
        }
        return new NotificationServiceConfig(service, penalties, ZoneId.of(zone), fallback.orElseThrow(), channels);
    }
}
