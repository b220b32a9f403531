package io.redress.penalties.app.seal;

import io.redress.kit.command.Caller;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.seal.CasePeople;
import io.redress.penalties.domain.seal.ReaderRole;
import io.vertx.core.Future;
import java.util.Optional;

/** Finds a penalty, its detection record and the part that a caller has in the matter. */
public final class Matter {

    private final ShopFiles files;
    private final DetectionRecords records;
    private final CaseMembers members;

    public Matter(ShopFiles files, DetectionRecords records, CaseMembers members) {
        this.files = files;
        this.records = records;
        this.members = members;
    }

    /**
     * A penalty that has a detection record.
     *
     * @param people of the cases about it
     * @param role the caller's part; empty for a stranger, to whom the record does not exist
     */
    record Found(Penalty penalty, Loaded<DetectionRecords.Kept> record, CasePeople people, Optional<ReaderRole> role) {}

    Future<Optional<Found>> find(Tx tx, String penaltyId, Caller caller) {
        return files.readPenalty(tx, penaltyId).compose(shop -> {
            if (shop.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            Penalty penalty = shop.get().file().penalty(penaltyId).orElseThrow();
            return records.find(tx, penaltyId).compose(record -> members.of(tx, penaltyId)
                    .map(people ->
                            record.map(kept -> new Found(penalty, kept, people, role(penalty, people, caller)))));
        });
    }

    /** The part that a caller has in the matter of this penalty, whether it has a record or not. */
    Future<Optional<ReaderRole>> role(Tx tx, Penalty penalty, Caller caller) {
        return members.of(tx, penalty.id()).map(people -> role(penalty, people, caller));
    }

    private static Optional<ReaderRole> role(Penalty penalty, CasePeople people, Caller caller) {
        return ReaderRole.of(
                penalty,
                people,
                new ReaderRole.Person(
                        caller.subject(), caller.roles(), caller.merchantId().isPresent()));
    }
}
