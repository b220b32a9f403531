package io.redress.notifications.app;

import io.redress.notifications.domain.template.TermScanner;
import io.vertx.core.Future;

/** The terms that no text of the platform may contain. */
@FunctionalInterface
public interface SealedTerms {
    /** A scanner for the terms as they are now; fails as long as none were ever heard of. */
    Future<TermScanner> scanner();
}
