package io.redress.e2e.oracles;

import io.redress.e2e.SuiteAddress;
import io.redress.infra.PgUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks all oracles of a suite that look at what it keeps and tells: I2 to I9. First waits for rest; then everything in
 * the database is read in one snapshot, so that one part does not contradict another because time went by. Nobody may
 * be sending commands meanwhile.
 */
public final class Oracles {

    /** In how many merchants' inboxes to look through the gateway; the rest is compared in the database. */
    private static final int INBOXES = 50;

    private final SuiteAddress suite;
    private final Expectations expectations;

    public Oracles(SuiteAddress suite, Expectations expectations) {
        this.suite = suite;
        this.expectations = expectations;
    }

    /** Every violation of every oracle; a suite that does not rest is not looked at any further. */
    public List<Violation> check() {
        Instant at = new SuiteReads(suite).now();
        List<Violation> restless = new Rest(suite).await();
        if (!restless.isEmpty()) {
            return restless;
        }
        PgUrl url = suite.superuser();
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            List<Violation> found = new ArrayList<>();
            all(connection, at).forEach(oracle -> found.addAll(ask(oracle)));
            return List.copyOf(found);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the suite cannot be read", e);
        }
    }

    /** One that cannot be asked knows of nothing that holds. */
    private static List<Violation> ask(Oracle oracle) {
        try {
            return oracle.check();
        } catch (RuntimeException e) {
            return List.of(new Violation(oracle.id(), oracle.getClass().getSimpleName() + " cannot look: " + e));
        }
    }

    /**
     * The oracles, on a transaction of the superuser.
     *
     * @param at a business time at which the suite has come to rest since
     */
    public List<Oracle> all(Connection connection, Instant at) {
        SuiteReads reads = new SuiteReads(suite);
        TopicScan scan = new TopicScan(suite);
        return List.of(
                new MoneyOracle(connection),
                new PointsOracle(connection, reads::standing),
                new DecisionsOracle(connection),
                new AuditOracle(suite),
                new ChainOracle(connection),
                new NoticesOracle(connection, expectations.desks()),
                new InboxOracle(connection, reads::inbox, INBOXES),
                new DeliveryOracle(connection, scan, expectations.buriedKeys(), expectations.overtaken()),
                new StatusOracle(connection),
                new RestorationOracle(connection),
                new SecrecyOracle(suite, scan, expectations.planted()),
                new TenancyOracle(connection),
                new DeadlinesOracle(connection, at));
    }
}
