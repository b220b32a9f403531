package io.redress.notifications.app;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import java.util.Optional;

/** What is known of where recipients are reached, and of who argues whose case. */
public interface Addresses {
    /** The e-mail address registered for a recipient; there is none for employees. */
    Future<Optional<String>> email(Recipient recipient, Tx tx);

    /** The advocate of the latest case about this penalty. */
    Future<Optional<String>> advocateOf(String penaltyId, Tx tx);

    /** Whether this employee is the advocate of the case, or of a case about the penalty. */
    Future<Boolean> isAdvocate(String employeeId, Optional<String> caseId, Optional<String> penaltyId, Tx tx);

    /** Prepares to remember a merchant's address; {@code sequence} is the event's, an older one changes nothing. */
    Write rememberEmail(String merchantId, Optional<String> email, long sequence);

    /** Prepares to remember what an event says of a case; members that it does not carry stay as they are. */
    Write rememberCase(String caseId, String merchantId, Optional<String> penaltyId, Optional<String> advocateId);
}
