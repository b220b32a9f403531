package io.redress.cases.app.advocacy;

import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.domain.Concentration;
import io.redress.cases.domain.Relation;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored documents about advocates: who they are, what employees have declared, who is away. */
public interface AdvocacyDocuments {

    /**
     * Somebody the rule may choose.
     *
     * @param capacity percent of a whole advocate's time
     */
    record Advocate(String id, Set<String> languages, int capacity) {}

    /**
     * How advocates are chosen.
     *
     * @param automatic after how long a case that has no advocate gets one by the rule; empty: by hand only
     * @param concentration when integrity is told; empty: never
     */
    record Advocacy(Optional<Duration> automatic, Optional<Concentration> concentration, List<Advocate> advocates) {}

    /** What an employee has to do with a shop or a merchant. */
    record Interest(Kind kind, String object, Relation relation) {

        /** What it is in. */
        public enum Kind {
            SHOP,
            MERCHANT
        }
    }

    /**
     * From when until when somebody is away, and who stands in.
     *
     * @param until exclusive
     */
    record Absence(String employee, Instant from, Instant until, Optional<String> delegate) {}

    /** Those of them that the organisation chart does not have. */
    Future<Set<String>> unknown(Tx tx, Collection<String> employees);

    Write advocacy(NewVersion version, Advocacy advocacy);

    Write interests(NewVersion version, String employee, List<Interest> interests);

    /** Has open cases handed over when the absence begins. */
    Write absence(NewVersion version, Absence absence);
}
