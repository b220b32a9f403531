package io.redress.notifications.app;

import io.redress.kit.command.Revision;
import io.redress.kit.pg.Write;

/** What a port prepared to write: the revision the aggregate will have, and the write itself. */
public record Saved(Revision revision, Write write) {}
