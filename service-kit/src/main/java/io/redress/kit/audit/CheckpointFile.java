package io.redress.kit.audit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One schema's checkpoints, a line each, oldest first: {@code signature SPACE json}. A line names the signature before
 * it, so that a line cannot be taken out.
 */
final class CheckpointFile {

    /** The last history row of a subject when the checkpoint was made. */
    record Head(String subject, long sequence, String hash) {}

    /** A signed line. */
    record Checkpoint(
            long number, String at, String fromXid, String toXid, String previous, List<Head> heads, String signature) {

        String text() {
            JsonArray list = new JsonArray();
            heads.forEach(head -> list.add(
                    new JsonArray().add(head.subject()).add(head.sequence()).add(head.hash())));
            return new JsonObject()
                    .put("number", number)
                    .put("at", at)
                    .put("from", fromXid)
                    .put("to", toXid)
                    .put("previous", previous)
                    .put("heads", list)
                    .encode();
        }

        Checkpoint signed(CheckpointSigner signer) {
            return new Checkpoint(number, at, fromXid, toXid, previous, heads, signer.sign(text()));
        }
    }

    private final Vertx vertx;
    private final String path;

    CheckpointFile(Vertx vertx, Path directory, String schema) {
        this.vertx = vertx;
        this.path = directory.resolve(schema + ".checkpoints").toString();
        vertx.fileSystem().mkdirsBlocking(directory.toString());
    }

    Future<List<Checkpoint>> read() {
        return vertx.fileSystem()
                .exists(path)
                .compose(exists -> exists
                        ? vertx.fileSystem().readFile(path).map(CheckpointFile::parse)
                        : Future.succeededFuture(List.of()));
    }

    Future<Void> append(Checkpoint checkpoint) {
        String line = checkpoint.signature() + ' ' + checkpoint.text() + '\n';
        return vertx.fileSystem()
                .open(path, new OpenOptions().setAppend(true).setCreate(true).setSync(true))
                .compose(file -> file.write(Buffer.buffer(line)).eventually(file::close));
    }

    private static List<Checkpoint> parse(Buffer content) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (String line : content.toString().split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                checkpoints.add(checkpoint(line.substring(0, space), new JsonObject(line.substring(space + 1))));
            }
        }
        return checkpoints;
    }

    private static Checkpoint checkpoint(String signature, JsonObject json) {
        List<Head> heads = new ArrayList<>();
        for (Object entry : json.getJsonArray("heads")) {
            JsonArray head = (JsonArray) entry;
            heads.add(new Head(head.getString(0), head.getLong(1), head.getString(2)));
        }
        return new Checkpoint(
                json.getLong("number"),
                json.getString("at"),
                json.getString("from"),
                json.getString("to"),
                json.getString("previous"),
                heads,
                signature);
    }
}
