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
        name = "demo",
        description = "Shows a part of the suite at work, through the gateway, and checks its facts.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private Redress redress;

    @Parameters(paramLabel = "NAME", description = "penalties or advocacy.")
    private String name;

    @Option(names = "--set", paramLabel = "key=value", description = "Changes one figure or date.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Override
    public Integer call() {
        if (!Stories.demonstrations().contains(name)) {
            throw new IllegalArgumentException("no demonstration " + name);
        }
        return Telling.tell(redress.suite(), name, false, changes);
    }
}
