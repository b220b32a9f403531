package io.redress.e2e.workload;

import io.redress.quickstart.story.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * One intended change, as often as it may be sent.
 *
 * @param id its name in the schedule, once in a run; also its key, unless another is given
 * @param marker by which its effect is found in the services' own tables; several commands may have the same effect
 * @param key what is sent as {@code Idempotency-Key}
 * @param ifMatch the version that it is decided on
 * @param body JSON text, the same bytes at each attempt; empty for none
 * @param expected {@link #ACCEPTED}, problem codes, or both: how it may end on a suite without faults
 * @param notYet problem codes that mean that something asynchronous has not arrived yet
 */
public record Command(
        String id,
        Kind kind,
        String marker,
        Optional<User> caller,
        String method,
        String path,
        Optional<String> key,
        Optional<String> ifMatch,
        String body,
        Set<String> expected,
        Set<String> notYet) {

    public static final String ACCEPTED = "accepted";

    /** A command with its id as key, which is to be accepted. */
    static Command post(String id, Kind kind, String marker, User caller, String path, String body) {
        return new Command(
                id,
                kind,
                marker,
                Optional.of(caller),
                "POST",
                path,
                Optional.of(id),
                Optional.empty(),
                body,
                Set.of(ACCEPTED),
                Set.of());
    }

    /** The whole of a party, which needs no key. */
    static Command put(String id, Kind kind, String marker, User caller, String path, String body) {
        return new Command(
                id,
                kind,
                marker,
                Optional.of(caller),
                "PUT",
                path,
                Optional.empty(),
                Optional.empty(),
                body,
                Set.of(ACCEPTED),
                Set.of());
    }

    static Command get(String id, User caller, String path) {
        return new Command(
                id,
                Kind.FOREIGN_READ,
                id,
                Optional.of(caller),
                "GET",
                path,
                Optional.empty(),
                Optional.empty(),
                "",
                Set.of(ACCEPTED),
                Set.of());
    }

    Command by(Optional<User> other) {
        return new Command(id, kind, marker, other, method, path, key, ifMatch, body, expected, notYet);
    }

    Command withKey(Optional<String> other) {
        return new Command(id, kind, marker, caller, method, path, other, ifMatch, body, expected, notYet);
    }

    Command decidedOn(String version) {
        return new Command(id, kind, marker, caller, method, path, key, Optional.of(version), body, expected, notYet);
    }

    /** The same with other ends than being accepted. */
    Command expecting(String... ends) {
        return new Command(id, kind, marker, caller, method, path, key, ifMatch, body, Set.of(ends), notYet);
    }

    Command waitingFor(String code) {
        return new Command(id, kind, marker, caller, method, path, key, ifMatch, body, expected, Set.of(code));
    }

    /** Decided anew, so with an id of its own, and a key of its own where the key was the id. */
    Command again(int turn) {
        String next = id + "-" + turn;
        Optional<String> nextKey = key.map(used -> used.equals(id) ? next : used);
        return new Command(next, kind, marker, caller, method, path, nextKey, ifMatch, body, expected, notYet);
    }

    /** Another content under the same key: another id and marker, and wherever the marker stands in the body. */
    Command contradicted() {
        String other = marker + "-other";
        String changed = body.contains(marker) ? body.replace(marker, other) : body + " ";
        return new Command(
                id + "-other",
                kind,
                other,
                caller,
                method,
                path,
                key,
                ifMatch,
                changed,
                Set.of("idempotency-key-reused"),
                Set.of());
    }

    /** SHA-256 of the body, in hex: what the history keeps of it in print. */
    public String bodyHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + " by "
                + caller.map(User::subject).orElse("nobody") + ", key " + key.orElse("none") + ", body "
                + bodyHash().substring(0, 12) + ")";
    }
}
