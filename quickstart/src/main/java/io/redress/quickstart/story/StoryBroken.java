package io.redress.quickstart.story;

/** A step that everything after it needs has failed; the fact itself has already been printed. */
final class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryBroken(String message) {
        super(message);
    }
}
