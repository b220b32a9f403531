package io.redress.e2e.crash;

import io.redress.quickstart.story.User;
import java.util.Optional;

/**
 * A command as its client would send it again and again.
 *
 * @param key the Idempotency-Key
 * @param ifMatch the version that the client last saw, where the command is about one
 */
record Request(User user, String path, Object body, String key, Optional<String> ifMatch) {}
