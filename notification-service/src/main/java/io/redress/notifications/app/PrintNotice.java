package io.redress.notifications.app;

import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.vertx.core.Future;
import java.util.List;

/** Makes a document of a notice. */
@FunctionalInterface
public interface PrintNotice {
    /**
     * The notice as a PDF. The same notice and languages give the same bytes.
     *
     * @param languages in which order; at least one
     * @return fails with {@link io.redress.kit.resilience.PeerUnavailable} when too many documents are being made
     */
    Future<byte[]> pdf(Notice notice, List<Language> languages);
}
