package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.e2e.workload.Answer;
import io.redress.e2e.workload.AnswerWatch;
import io.redress.quickstart.story.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * I12. Looks at every answer as it comes: an error of the server's is a problem document with a request id, and no body
 * at all shows a stack trace, SQL or the name of a class.
 */
public final class CleanAnswers implements Oracle, AnswerWatch {

    private static final String ID = "I12";
    private static final int SERVER_ERROR = 500;
    private static final int MOST = 1_000;
    private static final int BRIEF = 300;

    private static final Map<String, Pattern> INNARDS = Map.of(
            "a stack trace",
                    Pattern.compile("\\bat [\\w$.]+\\([\\w$]+\\.java|\\.java:\\d+\\)|Caused by: |Exception\\b"),
            "SQL",
                    Pattern.compile(
                            "\\bSELECT\\s[^\"]*\\sFROM\\b|\\bINSERT INTO\\b|\\bUPDATE\\s\\S+\\sSET\\b|\\bDELETE FROM\\b"
                                    + "|SQLSTATE|\\bPSQL|constraint \\\\?\"|relation \\\\?\""),
            "the name of a class",
                    Pattern.compile(
                            "\\b(?:java|javax|jakarta|io\\.vertx|io\\.netty|io\\.redress|org\\.apache|org\\.postgresql|com\\.fasterxml)"
                                    + "\\.[a-z][\\w.]*\\.?[A-Z]\\w+"));

    private final List<Violation> found = new ArrayList<>();
    private long seen;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String guarantees() {
        return "No server error without a problem document and a request id; no stack trace, SQL or class name in a body.";
    }

    @Override
    public synchronized void saw(Optional<User> caller, String request, Answer answer) {
        seen++;
        if (answer.status() >= SERVER_ERROR) {
            checkProblem(request, answer);
        }
        String text = answer.text();
        INNARDS.forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) {
                breach(request, answer, "shows " + what);
            }
        });
    }

    private void checkProblem(String request, Answer answer) {
        boolean problem = answer.header("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
        JsonNode body = answer.json();
        if (!problem
                || body.path("status").asInt() != answer.status()
                || body.path("code").asText().isEmpty()) {
            breach(request, answer, "is no problem document");
            return;
        }
        String requestId = body.path("requestId").asText();
        if (requestId.isEmpty() || requestId.equals("none")) {
            breach(request, answer, "has no request id");
        }
    }

    private void breach(String request, Answer answer, String how) {
        if (found.size() < MOST) {
            String text = answer.text();
            found.add(new Violation(
                    ID,
                    request + ": the answer " + answer.status() + " " + how + ": "
                            + (text.length() > BRIEF ? text.substring(0, BRIEF) + "…" : text)));
        }
    }

    /** How many answers were looked at. */
    public synchronized long seen() {
        return seen;
    }

    /** The first thousand breaches. */
    @Override
    public synchronized List<Violation> check() {
        return List.copyOf(found);
    }
}
