package io.redress.quickstart.cli;

import io.redress.quickstart.story.Stories;
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

    @ParentCommand
    private Redress redress;

    @Parameters(paramLabel = "ID", description = "S4 or S5.")
    private String id;

    @Option(names = "--mirror", description = "The same facts, the opposite ruling.")
    private boolean mirror;

    @Option(names = "--set", paramLabel = "key=value", description = "Changes one figure or date of the story.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Override
    public Integer call() {
        if (!Stories.known().contains(id)) {
            throw new IllegalArgumentException("no story " + id);
        }
        return Telling.tell(redress.suite(), id, mirror, changes);
    }
}
