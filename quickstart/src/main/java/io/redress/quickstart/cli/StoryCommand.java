package io.redress.quickstart.cli;

import io.redress.kit.boot.MachineClock;
import io.redress.quickstart.story.Stories;
import io.redress.quickstart.story.StoryResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "story",
        description = "Tells a story against the running suite, through the gateway, and checks its facts.",
        mixinStandardHelpOptions = true)
final class StoryCommand implements Callable<Integer> {

    private static final int BASE = 36;

    @ParentCommand
    private Redress redress;

    @Parameters(paramLabel = "ID", description = "S4.")
    private String id;

    @Option(names = "--mirror", description = "The same facts, the opposite ruling.")
    private boolean mirror;

    @Option(names = "--set", paramLabel = "key=value", description = "Changes one figure or date of the story.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Stories stories = new Stories(redress.suite().gateway(), redress.suite().control(), out);
        String suffix = "r" + Long.toString(MachineClock.system().now().toEpochMilli(), BASE);
        StoryResult result = stories.tell(id, suffix, mirror, changes);
        return result.holds() ? Redress.HELD : Redress.FAILED;
    }
}
