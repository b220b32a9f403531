package io.redress.e2e.load;

import java.util.Optional;

/**
 * One request of a load.
 *
 * @param about what a command is about; its key is made of it, so that asking again is the same command
 */
record Ask(String method, String path, String token, Optional<String> about, Optional<String> body) {

    static Ask read(String path, String token) {
        return new Ask("GET", path, token, Optional.empty(), Optional.empty());
    }

    static Ask put(String path, String token, String body) {
        return new Ask("PUT", path, token, Optional.empty(), Optional.of(body));
    }

    static Ask command(String path, String token, String about, String body) {
        return new Ask("POST", path, token, Optional.of(about), Optional.of(body));
    }

    Optional<String> key() {
        return about.map(subject -> "load-" + subject);
    }
}
