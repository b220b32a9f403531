package io.redress.cases.app.advocacy;

import io.redress.cases.domain.Concentration;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done about advocates without anybody's command, and how far it has come. */
public interface AdvocateRuns {

    /** Deadline at which an opened case gets its advocate by the rule; subject is the case. */
    String ASSIGNMENT = "advocate-assignment";

    /** Deadline at which an absent advocate's cases are handed over; subject is the employee. */
    String ABSENCE = "advocate-absence";

    /** Deadline at which the open cases are looked through after a reorganisation; subject is its version. */
    String REORGANISATION = "reorganisation";

    /** Deadline at which the share of a merchant in an advocate's work is looked at; subject is the case taken up. */
    String CONCENTRATION = "advocate-concentration";

    /**
     * The handing over of an absent advocate's cases.
     *
     * @param putBy who said that the advocate is absent
     * @param behind the last case that was looked at
     */
    record HandOverRun(String employee, Instant until, Optional<String> delegate, String putBy, String behind) {}

    /** The looking through of open cases after a reorganisation. */
    record ReportingRun(long version, String behind, boolean done) {}

    /** An open case, and whom its advocate reported to before and reports to now. */
    record Reporting(String caseId, Optional<String> before, Optional<String> now) {}

    /** Cases that the advocate took up, and those of them that are of one merchant. */
    record Share(long ofMerchant, long ofAll) {}

    /** Locked; empty when there is none. */
    Future<Optional<HandOverRun>> lockHandOver(Tx tx, String employee);

    /** Open cases of the advocate, behind this one. */
    Future<List<String>> casesOf(Tx tx, String advocate, String behind, int limit);

    /** @param next when to go on; empty when it is done */
    Write save(HandOverRun run, int handedOver, Optional<Instant> next);

    /** Locked; begun if it is not. */
    Future<ReportingRun> lockReporting(Tx tx, long version);

    /** Open cases behind this one whose advocate had taken them up before that instant. */
    Future<List<Reporting>> reporting(Tx tx, ReportingRun run, Instant at, int limit);

    /** @param next when to go on; empty when it is done */
    Write save(ReportingRun run, int moved, Optional<Instant> next);

    /** What the policy says now. */
    Future<Optional<Concentration>> concentration(Tx tx);

    Future<Share> share(Tx tx, String advocate, String merchant, Instant since);

    /** Whether it has been told that the merchant takes too much, and nothing has changed that. */
    Future<Boolean> concentrated(Tx tx, String advocate, String merchant);

    Write concentrated(String advocate, String merchant, Instant since);

    /** Forgets of this advocate what is not above the policy any more, so that it is told when it comes again. */
    Write spread(String advocate, Concentration policy, Instant since);
}
