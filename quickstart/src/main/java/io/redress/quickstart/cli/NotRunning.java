package io.redress.quickstart.cli;

import java.nio.file.Path;

/** No suite runs with that data directory. */
final class NotRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRunning(Path dataDirectory) {
        super("no suite is running in " + dataDirectory + "; start one with ./redress up");
    }
}
