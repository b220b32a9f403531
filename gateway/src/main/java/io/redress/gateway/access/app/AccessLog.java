package io.redress.gateway.access.app;

import io.redress.gateway.access.domain.ApiKey;
import io.redress.gateway.access.domain.Mandate;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;

/** Makes the history of keys and mandates; nothing of it is published, and no secret or its hash is in it. */
public interface AccessLog {

    /** What happened to a key. */
    enum KeyChange {
        CREATED,
        ROTATED,
        REVOKED
    }

    /** What happened to a mandate. */
    enum MandateChange {
        GIVEN,
        REVOKED
    }

    Recorded record(CommandContext context, ApiKey key, KeyChange change, Revision before);

    Recorded record(CommandContext context, Mandate mandate, MandateChange change, Revision before);
}
