package io.redress.penalties.domain.seal;

import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.util.Optional;
import java.util.Set;

/**
 * The part in a matter that lets somebody read its detection record. While a penalty is held, whoever may decide about
 * it is its approver: nobody can answer for what he may not see.
 */
public enum ReaderRole {
    PROPOSER,
    APPROVER,
    ADVOCATE,
    ADJUDICATOR,
    INTEGRITY;

    private static final Set<String> MERCHANT_SIDE = Set.of("merchant", "delegate", "agency");

    /** Somebody as far as readership goes. */
    public record Person(String id, Set<String> roles, boolean boundToMerchant) {
        public Person {
            roles = Set.copyOf(roles);
        }
    }

    /** The part this person has; empty for everybody to whom the record does not exist. */
    public static Optional<ReaderRole> of(Penalty penalty, CasePeople people, Person person) {
        if (person.boundToMerchant() || person.roles().stream().anyMatch(MERCHANT_SIDE::contains)) {
            return Optional.empty();
        }
        if (penalty.basis().proposedBy().equals(person.id())) {
            return Optional.of(PROPOSER);
        }
        boolean mayApprove =
                penalty.status() == PenaltyStatus.HELD && person.roles().contains("enforcement-approver");
        if (mayApprove || penalty.approvedBy().equals(Optional.of(person.id()))) {
            return Optional.of(APPROVER);
        }
        if (people.advocates().contains(person.id())) {
            return Optional.of(ADVOCATE);
        }
        if (people.adjudicators().contains(person.id())) {
            return Optional.of(ADJUDICATOR);
        }
        return person.roles().contains("integrity") ? Optional.of(INTEGRITY) : Optional.empty();
    }
}
