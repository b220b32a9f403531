package io.redress.penalties.app.seal;

import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.seal.NamedEvidence;
import io.redress.penalties.domain.shop.Proposal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nobody is punished with what he disclosed to be heard: a proposal that names a file which its merchant put forward in a
 * case is refused, unless its detection record says from where else the platform knows. Refusal: PROTECTED_DISCLOSURE. It
 * sees references; a fact that was copied out of a file without naming it is for the advocate to find. What a merchant has
 * put forward is known a moment after it was filed.
 */
public final class ProtectDisclosures {

    private final Disclosures disclosures;

    public ProtectDisclosures(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /** Why this proposal is refused; empty when it is not. Nothing is read for one that names no file. */
    public Future<Optional<Refusal>> refusal(
            String merchantId, String shopId, Proposal proposal, Optional<DetectionRecord> record, Tx tx) {
        List<NamedEvidence> named = NamedEvidence.in(proposal, record);
        if (named.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Set<String> references = named.stream().map(NamedEvidence::reference).collect(Collectors.toSet());
        return disclosures
                .of(tx, merchantId, shopId, references)
                .map(filed -> refusal(named.stream()
                        .filter(one -> filed.contains(one.reference()))
                        .toList()));
    }

    private static Optional<Refusal> refusal(List<NamedEvidence> disclosed) {
        return disclosed.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                PenaltyRefusal.PROTECTED_DISCLOSURE,
                                "The merchant put this forward to be heard; name a source that has nothing to do with it.")
                        .at(disclosed.stream()
                                .map(one -> new Refusal.Wrong(one.pointer(), one.reference()))
                                .toList()));
    }
}
