package io.redress.kit.http;

import io.redress.kit.command.Caller;
import java.util.Set;

/**
 * Who may call one operation, as its {@code x-scope} and {@code x-owner} say. What is not allowed here is denied; whose
 * thing it is, is for the service to say.
 *
 * @param scope roles of which the caller needs one; empty: any caller with a role that exists
 * @param open with {@code x-scope: [public]}: nobody is asked who he is
 * @param owned what it is about belongs to somebody: {@code x-owner} is not {@code none}
 */
public record OperationAccess(Set<String> scope, boolean open, boolean owned) {

    public OperationAccess {
        scope = Set.copyOf(scope);
    }

    /**
     * Returns if the caller may go on. Somebody of the merchant's side who acts for no merchant, such as an agency
     * without a mandate, finds nothing that belongs to anybody.
     *
     * @throws ProblemException forbidden or not-found, without a hint at what would have been needed
     */
    public void admit(Caller caller, RoleTable roles) {
        if (open) {
            return;
        }
        boolean inScope =
                scope.isEmpty() ? roles.knowsAny(caller) : scope.stream().anyMatch(caller::hasRole);
        if (!inScope) {
            throw new ProblemException(ProblemType.FORBIDDEN, "this caller may not do this");
        }
        if (owned && roles.ofMerchantSide(caller) && caller.merchantId().isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id");
        }
    }
}
