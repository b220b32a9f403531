package io.redress.kit.faults;

import io.redress.kit.config.Env;
import java.util.List;
import java.util.Optional;

/**
 * Whether faults can be ordered of this process. Without {@code REDRESS_FAULTS=on} nothing is decorated. In production
 * it is refused: whoever reaches the management port could end the process.
 *
 * @param armed from the start on
 */
public record FaultsConfig(boolean on, List<Armed> armed) {

    private static final String SWITCH = "REDRESS_FAULTS";
    private static final String CRASH_AT = "REDRESS_CRASH_AT";

    /** No faults but those that come by themselves. */
    public static final FaultsConfig OFF = new FaultsConfig(false, List.of());

    public FaultsConfig {
        armed = List.copyOf(armed);
    }

    public static FaultsConfig from(Env env) {
        boolean on = env.developmentOnly(SWITCH, "off", "on").equals("on");
        Optional<String> crashAt = env.find(CRASH_AT);
        if (!on) {
            crashAt.ifPresent(text -> env.refuse(CRASH_AT + " does nothing without " + SWITCH + "=on"));
            return OFF;
        }
        try {
            return new FaultsConfig(true, crashAt.map(Armed::parse).stream().toList());
        } catch (IllegalArgumentException e) {
            env.refuse(
                    CRASH_AT + " must be such as AFTER_COMMIT:openCase or AFTER_COMMIT:openCase:2: " + e.getMessage());
            return OFF;
        }
    }

    /** The points of this process; empty: there are none, and nothing is to be decorated. */
    public Optional<CrashPoints> open() {
        if (!on) {
            return Optional.empty();
        }
        CrashPoints points = new CrashPoints(() -> Runtime.getRuntime().halt(CrashPoints.EXIT_CODE));
        armed.forEach(points::arm);
        return Optional.of(points);
    }
}
