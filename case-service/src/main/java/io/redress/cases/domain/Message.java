package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the merchant's side and the case's advocate say to each other. Nobody else in the case learns of it until it is
 * filed, which cannot be taken back; its words never change.
 *
 * @param position in the case, from 1
 * @param evidence ids of files of the case
 * @param asks whether the advocate needs an answer
 * @param awaitedUntil until when the merchant's answer is waited for; empty where nothing waits for it
 * @param readAt when the other side had read it
 */
public record Message(
        String id,
        String caseId,
        int position,
        Correspondent from,
        String sentBy,
        Instant sentAt,
        String text,
        List<String> evidence,
        boolean asks,
        Optional<Instant> awaitedUntil,
        Optional<Instant> readAt,
        Optional<Filing> filing) {

    /** Begins every id of a message. */
    public static final String PREFIX = "msg";

    /** When it was made a part of the file, and by whom. */
    public record Filing(String by, Instant at) {}

    public Message {
        evidence = List.copyOf(evidence);
    }

    public boolean filed() {
        return filing.isPresent();
    }

    public Message filed(String by, Instant at) {
        return new Message(
                id,
                caseId,
                position,
                from,
                sentBy,
                sentAt,
                text,
                evidence,
                asks,
                awaitedUntil,
                readAt,
                Optional.of(new Filing(by, at)));
    }
}
