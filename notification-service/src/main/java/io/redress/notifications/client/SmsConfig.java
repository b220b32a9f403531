package io.redress.notifications.client;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import io.redress.notifications.domain.RetryTable;
import java.util.List;
import java.util.Optional;

/**
 * The gateway to hand text messages to.
 *
 * @param url takes a POST for each message
 * @param secret sent as bearer token
 * @param retries the pauses between attempts
 */
public record SmsConfig(String url, Secret secret, RetryTable retries) {

    /**
     * Empty without {@code REDRESS_SMS_URL}: the channel is off.
     *
     * @param problems takes what is wrong
     */
    public static Optional<SmsConfig> from(Env env, List<String> problems) {
        Optional<String> url = env.find("REDRESS_SMS_URL");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.get().startsWith("https://") && !url.get().startsWith("http://")) {
            problems.add("REDRESS_SMS_URL must begin with https:// or http://, not '" + url.get() + "'");
        }
        return Optional.of(new SmsConfig(
                url.get(), env.secret("REDRESS_SMS_SECRET"), SmtpConfig.retries(env, "REDRESS_SMS_RETRIES", problems)));
    }
}
