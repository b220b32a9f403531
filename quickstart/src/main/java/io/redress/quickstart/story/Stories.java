package io.redress.quickstart.story;

import io.redress.quickstart.http.HttpJson;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stories and demonstrations this suite can tell. */
public final class Stories {

    private final HttpJson gateway;
    private final HttpJson control;
    private final PrintStream out;

    public Stories(HttpJson gateway, HttpJson control, PrintStream out) {
        this.gateway = gateway;
        this.control = control;
        this.out = out;
    }

    public static Set<String> known() {
        return Set.of("S4", "S5");
    }

    /** What is told in the same way and is no story of somebody: what a part of the suite does. */
    public static Set<String> demonstrations() {
        return Set.of("penalties", "advocacy");
    }

    /**
     * Tells a story and prints each step, each fact and a summary.
     *
     * @param suffix sets this run's ids apart
     * @param changes values to replace in the story's facts
     * @throws IllegalArgumentException if the story or a changed value is unknown
     */
    public StoryResult tell(String id, String suffix, boolean mirror, Map<String, String> changes) {
        Optional<StoryFile> found =
                known().contains(id) || demonstrations().contains(id) ? StoryFile.load(id) : Optional.empty();
        StoryFile file = found.orElseThrow(() -> new IllegalArgumentException("no story " + id));
        if (mirror) {
            file = file.mirrored();
        }
        for (Map.Entry<String, String> change : changes.entrySet()) {
            file = file.with(change.getKey(), change.getValue());
        }
        Facts facts = new Facts(out);
        boolean finished = false;
        try {
            StoryRun run = new StoryRun(gateway, control, facts, suffix);
            switch (id) {
                case "S4" -> new S4(run, file).tell();
                case "S5" -> new S5(run, file).tell();
                case "penalties" -> new PenaltyDemo(run, file).tell();
                case "advocacy" -> new AdvocacyDemo(run, file).tell();
                default -> throw new IllegalArgumentException("no story " + id);
            }
            finished = true;
        } catch (StoryBroken e) {
            facts.step("the story cannot go on: " + e.getMessage());
        } catch (UncheckedIOException e) {
            facts.check("the suite answers", "an answer", e.getMessage());
        }
        StoryResult result = new StoryResult(facts.held(), facts.failed(), finished);
        out.println(id + (mirror ? " (mirror)" : "") + " " + file.title() + ": " + result.held() + " facts ok, "
                + result.failed() + " failed"
                + (finished ? "" : ", not told to the end"));
        return result;
    }
}
