package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * A command whose body is a file. Its steps, in this order: is it to be had at all, take it in, decide, let go.
 *
 * @param <P> what was taken in
 * @param <R> the result
 */
public interface UploadOperation<P, R> {

    /**
     * Why this caller need not send it, before anything of it is read; such a refusal is not kept under the key, since it
     * is not known for which content it was given. Fails with {@link ProblemException} where there is nothing to add to.
     */
    Future<Optional<Refusal>> admit(ApiRequest request, CommandContext context, Tx tx, IncomingBody body);

    /** Reads it to its end, or leaves nothing of it behind: when it is refused, and when it fails. */
    Future<Outcome<P>> receive(ApiRequest request, CommandContext context, IncomingBody body);

    /** The content's hash: with the target it is what has to be the same under one key. */
    byte[] digest(P received);

    /** As every command: it may run more than once, so it does nothing but read and decide. */
    Future<Decision<R>> decide(ApiRequest request, CommandContext context, Tx tx, P received);

    /** Lets go of what was taken in, whatever has become of the command. */
    Future<Void> release(P received);
}
