package io.redress.notifications;

import io.redress.kit.config.Env;
import io.redress.notifications.app.Desks;
import io.redress.notifications.client.SmsConfig;
import io.redress.notifications.client.SmtpConfig;
import java.util.List;
import java.util.Optional;

/**
 * The ways by which notices go beside the inbox.
 *
 * @param smtp the mail server; none: no e-mail, {@code REDRESS_SMTP_*}
 * @param sms the gateway of text messages; none: no text messages, {@code REDRESS_SMS_*}
 * @param publicUrl where recipients reach the platform, for links in mails, {@code REDRESS_PUBLIC_URL}
 * @param desk the employee who is told when a merchant without an advocate cannot be reached,
 *     {@code REDRESS_NOTICE_DESK}
 * @param desks the employees who are told of what waits for integrity, duty adjudicators, approvers and operators,
 *     {@code REDRESS_INTEGRITY_DESK}, {@code REDRESS_DUTY_DESK}, {@code REDRESS_APPROVERS_DESK},
 *     {@code REDRESS_OPERATORS_DESK}
 */
public record ChannelsConfig(
        Optional<SmtpConfig> smtp,
        Optional<SmsConfig> sms,
        Optional<String> publicUrl,
        Optional<String> desk,
        Desks desks) {

    static ChannelsConfig from(Env env, List<String> problems) {
        Optional<String> publicUrl = env.find("REDRESS_PUBLIC_URL");
        if (publicUrl
                .filter(url -> !url.startsWith("http://") && !url.startsWith("https://"))
                .isPresent()) {
            problems.add("REDRESS_PUBLIC_URL must begin with http:// or https://, not '" + publicUrl.get() + "'");
        }
        return new ChannelsConfig(
                SmtpConfig.from(env, problems),
                SmsConfig.from(env, problems),
                publicUrl,
                env.find("REDRESS_NOTICE_DESK"),
                new Desks(
                        env.find("REDRESS_INTEGRITY_DESK"),
                        env.find("REDRESS_DUTY_DESK"),
                        env.find("REDRESS_APPROVERS_DESK"),
                        env.find("REDRESS_OPERATORS_DESK")));
    }
}
