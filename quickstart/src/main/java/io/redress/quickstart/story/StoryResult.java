package io.redress.quickstart.story;

/** How a telling ended: the story holds only if it came to its end and no fact failed. */
public record StoryResult(int held, int failed, boolean finished) {

    public boolean holds() {
        return finished && failed == 0;
    }
}
