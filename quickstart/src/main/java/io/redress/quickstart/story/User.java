package io.redress.quickstart.story;

import java.util.List;
import java.util.Optional;

/** Somebody who acts in a story, with a token of his own. */
public record User(String subject, List<String> roles, Optional<String> merchantId) {

    public static User staff(String subject, String... roles) {
        return new User(subject, List.of(roles), Optional.empty());
    }

    public static User machine(String subject) {
        return new User(subject, List.of("machine"), Optional.empty());
    }

    /** The owner of a merchant account. */
    public static User merchant(String merchantId) {
        return new User(merchantId, List.of("merchant"), Optional.of(merchantId));
    }
}
