package io.redress.penalties.domain.rulebook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How measures of one kind behave.
 *
 * @param title its name for people; empty when the rulebook gives none
 * @param onAppeal what an open appeal does to it
 * @param advanceNotice how long before it begins the merchant is told
 * @param withoutNotice the kinds of reasons for which it begins without that, in the words for the merchant
 * @param held whether a penalty that would bring it needs a second person's approval
 * @param includes the kinds it contains, so that time served under it counts for them
 */
public record MeasurePolicy(
        Optional<Text> title,
        OnAppeal onAppeal,
        Optional<Duration> advanceNotice,
        Map<String, Text> withoutNotice,
        boolean held,
        Set<String> includes) {

    public MeasurePolicy {
        withoutNotice = Map.copyOf(withoutNotice);
        includes = Set.copyOf(includes);
    }

    /** What an open appeal does to a measure of this kind. */
    public enum OnAppeal {
        CONTINUES,
        SUSPENDED_ON_ORDER,
        /** One that has not begun does not begin; one in force goes on. */
        SUSPENDED_UNTIL_RULED
    }
}
