package io.redress.e2e.attack;

import io.redress.e2e.attack.Wire.Exchange;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What no answer may do, whatever was asked: break without saying so, show the inside, or tell one merchant about
 * another. What a caller has said himself is no secret to him.
 */
final class Oracle {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);
    /** Traces, statements and names of the inside; none of these is a word of a contract. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat [a-z]|Exception|\\.java:\\d|io\\.(redress|vertx|netty)\\.|SQLSTATE|PgException|syntax error at"
                    + "|(SELECT|INSERT|UPDATE|DELETE) [a-z*]+ |relation \"|violates .* constraint");

    private static final Pattern KEEPS_SEALED = Pattern.compile("^/v1/sealed-terms|/detection-record/");
    private static final int FIRST_FAILURE = 400;
    private static final int FIRST_BREAKDOWN = 500;

    private final World world;
    private final Set<String> codes;

    Oracle(World world) {
        this.world = world;
        this.codes = codes();
    }

    /** What is wrong with the answer whoever asked; empty if nothing. */
    List<String> findings(Exchange exchange) {
        Answer answer = exchange.answer();
        List<String> findings = new ArrayList<>();
        if (answer.status() >= FIRST_BREAKDOWN) {
            findings.add("breaks down");
        }
        String text = unsaid(exchange);
        boolean whereSealed = KEEPS_SEALED.matcher(exchange.sent().target()).find();
        if (!whereSealed && world.sealed().stream().anyMatch(text::contains)) {
            findings.add("shows sealed material");
        }
        if (answer.status() >= FIRST_FAILURE) {
            malformed(answer).ifPresent(findings::add);
            if (INSIDE.matcher(text).find()) {
                findings.add("shows the inside");
            }
        }
        return findings;
    }

    /** What a caller of this merchant, or of none, learned and must not have. */
    List<String> leaks(Exchange exchange, Optional<String> merchantId) {
        String text = unsaid(exchange);
        List<String> leaks = new ArrayList<>();
        for (String hidden : world.hiddenFrom(merchantId)) {
            if (text.contains(hidden) && !exchange.sent().words().contains(hidden)) {
                leaks.add("tells " + hidden);
            }
        }
        return leaks;
    }

    private Optional<String> malformed(Answer answer) {
        if (!answer.header("content-type").orElse("").startsWith("application/problem+json")) {
            return Optional.of("no problem document");
        }
        try {
            JsonObject problem = answer.json();
            String code = problem.getString("code", "");
            boolean whole = codes.contains(code)
                    && problem.getString("type", "").equals("/problems/" + code)
                    && problem.getInteger("status", 0) == answer.status()
                    && !problem.getString("title", "").isBlank()
                    && !problem.getString("requestId", "").isBlank();
            return whole ? Optional.empty() : Optional.of("a problem document that is not as problems.md says");
        } catch (DecodeException | ClassCastException e) {
            return Optional.of("a problem document that is no JSON");
        }
    }

    /** The answer's text, without the path that a problem repeats. */
    private static String unsaid(Exchange exchange) {
        String path = exchange.sent().target().replaceAll("\\?.*", "");
        String text = exchange.answer().text() + " " + exchange.answer().headers();
        return path.length() > 1 ? text.replace(path, "") : text;
    }

    private static Set<String> codes() {
        try (InputStream in = Oracle.class.getResourceAsStream("/problems.md")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ROW.matcher(table).results().map(row -> row.group(1)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
