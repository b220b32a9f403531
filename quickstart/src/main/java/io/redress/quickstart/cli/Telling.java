package io.redress.quickstart.cli;

import io.redress.kit.boot.MachineClock;
import io.redress.quickstart.story.Stories;
import io.redress.quickstart.story.StoryResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Tells a story or a demonstration on standard output, with ids that no other run has. */
final class Telling {

    private static final int BASE = 36;

    private Telling() {}

    /** @return how the command ends */
    static int tell(SuiteAccess suite, String id, boolean mirror, Map<String, String> changes) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String suffix = "r" + Long.toString(MachineClock.system().now().toEpochMilli(), BASE);
        StoryResult result = new Stories(suite.gateway(), suite.control(), out).tell(id, suffix, mirror, changes);
        return result.holds() ? Redress.HELD : Redress.FAILED;
    }
}
