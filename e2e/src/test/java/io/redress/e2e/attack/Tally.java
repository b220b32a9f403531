package io.redress.e2e.attack;

import io.redress.e2e.attack.Cell.Expectation;
import io.redress.testkit.ApiClient.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many cells of each expectation were tried; not safe for threads. */
final class Tally {

    private static final int FIRST_REDIRECT = 300;

    private final Map<Expectation, Integer> tried = new EnumMap<>(Expectation.class);
    private int done;

    void add(Cell cell, Answer answer) {
        tried.merge(cell.expected(), 1, Integer::sum);
        if (cell.expected() == Expectation.LET_IN && answer.status() < FIRST_REDIRECT) {
            done++;
        }
    }

    int cells() {
        return tried.values().stream().mapToInt(Integer::intValue).sum();
    }

    Set<Expectation> seen() {
        return tried.keySet();
    }

    /** One line for each expectation. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Expectation expectation : Expectation.values()) {
            lines.add("attack: " + tried.getOrDefault(expectation, 0) + " cells " + said(expectation));
        }
        return lines;
    }

    private String said(Expectation expectation) {
        return switch (expectation) {
            case UNAUTHENTICATED -> "without a token: exactly 401";
            case FORBIDDEN -> "of a role that is not in the scope: exactly 403";
            case NOT_FOUND -> "about what is not the caller's: exactly 404";
            case EMPTY_PAGE -> "let in to an empty page: exactly 200 and nothing in it";
            case FULL_PAGE -> "let in to the same page, full: exactly 200 and something in it";
            case LET_IN -> "let in: none of 401, 403 and 404, nothing broken; " + done + " of them done (2xx)";
        };
    }
}
