package io.redress.cases.app.advocacy;

import io.redress.cases.domain.Concentration;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Merchants that take too much of an advocate's work, as integrity has been told. */
public interface Concentrations {

    /**
     * One that was told of and is not known to be over; that it is over shows when the advocate next takes up a case.
     *
     * @param toldAt when it was above the share for the first time since it was not
     * @param cases of the merchant that the advocate took up in the period of the policy, up to now
     * @param ofCases all that she took up in it
     */
    record Told(String advocateId, String merchantId, Instant toldAt, long cases, long ofCases) {}

    /** Behind which one a list goes on. */
    record Place(String advocateId, String merchantId) {
        public static final Place FIRST = new Place("", "");
    }

    /** By advocate and merchant; one more than {@code limit} when there is more. */
    Future<List<Told>> list(Tx tx, Concentration policy, Instant now, int limit, Place after);
}
