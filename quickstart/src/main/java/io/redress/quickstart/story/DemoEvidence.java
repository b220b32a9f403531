package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.http.HttpAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A file of evidence in a demonstration, and who sees it. */
final class DemoEvidence {

    private static final String PDF = "application/pdf";

    private final StoryRun run;
    private final DemoCase of;
    private final String content;
    private final JsonNode added;

    private DemoEvidence(StoryRun run, DemoCase of, String content, JsonNode added) {
        this.run = run;
        this.of = of;
        this.content = content;
        this.added = added;
    }

    /** Somebody of the merchant's side adds a document; nobody else sees it yet. */
    static DemoEvidence add(StoryRun run, DemoCase of, User by, String name, String proves) {
        return add(run, of, by, name, "&proves=" + URLEncoder.encode(proves, StandardCharsets.UTF_8), proves);
    }

    /** The same for what is context and no ground. */
    static DemoEvidence hardship(StoryRun run, DemoCase of, User by, String name) {
        return add(run, of, by, name, "&tag=HARDSHIP", "Hardship.");
    }

    private static DemoEvidence add(StoryRun run, DemoCase of, User by, String name, String more, String words) {
        String content = "%PDF-1.4\n" + words + " " + of.id() + "\n";
        HttpAnswer added = run.send(by, of.path() + "/evidence?fileName=" + name + more, PDF, content);
        if (!added.succeeded()) {
            run.facts().check(name + " is added", "2xx", added.brief());
            throw new StoryBroken(name + " is not added");
        }
        run.facts()
                .check(
                        name + " is kept under the hash of its content",
                        sha256(content),
                        added.body().path("sha256").asText());
        return new DemoEvidence(run, of, content, added.body());
    }

    String id() {
        return added.path("id").asText();
    }

    /** Sent again, by whomever of the side and under whatever name, it is the same file. */
    void sentAgain(User by) {
        HttpAnswer again = run.send(by, of.path() + "/evidence?fileName=again.pdf", PDF, content);
        run.facts()
                .check(
                        "the same content sent again is the same file",
                        id(),
                        again.body().path("id").asText());
    }

    /** What each of these is answered who asks for it. */
    List<Integer> asked(List<User> readers) {
        List<Integer> answers = new ArrayList<>();
        readers.forEach(
                reader -> answers.add(run.tryRead(reader, path("details")).status()));
        return answers;
    }

    void readWhole(String fact, User reader) {
        run.facts()
                .check(
                        fact,
                        content.strip(),
                        run.tryRead(reader, path("content")).body().asText().strip());
    }

    /** Who has read its bytes, oldest first. */
    List<String> readings(User oversight) {
        List<String> readings = new ArrayList<>();
        run.read(oversight, path("log")).path("items").forEach(entry -> {
            if (entry.path("act").asText().equals("READ")) {
                readings.add(entry.path("by").asText());
            }
        });
        return readings;
    }

    private String path(String part) {
        return of.path() + "/evidence/" + id() + "/" + part;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
