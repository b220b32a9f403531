package io.redress.penalties.app.transparency;

import io.vertx.core.Future;
import java.util.List;

/** The EU Transparency Database, as its API has it. Every failure is an answer. */
public interface TransparencyDatabase {

    /** Canonical text of one statement. */
    record Item(String puid, String payload) {}

    /** Sends a batch of 1 to 100. */
    Future<FilingAnswer> file(List<Item> batch);

    /** Asks whether a statement is there. */
    Future<Existing> existing(String puid);
}
