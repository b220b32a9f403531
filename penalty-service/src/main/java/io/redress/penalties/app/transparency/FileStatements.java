package io.redress.penalties.app.transparency;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.transparency.Filings.Claimed;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends composed statements in batches. Guarantee: the database has each at most once, and each that it takes ends as
 * filed: from before it is sent until its answer is kept, a statement is unsure, and an unsure one is asked for by its
 * puid before it is sent again; should the asking err, the database refuses a puid that it has. A batch with a bad
 * statement is sent again without it. Several workers may run.
 */
public final class FileStatements {

    private static final Logger LOG = LoggerFactory.getLogger(FileStatements.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BELIEVED_ABSENT_AFTER = 12;
    private static final String WHOLE = "statement";
    private static final FormatProblem REVERSED = new FormatProblem(WHOLE, "reversed before it was filed");

    private final Database database;
    private final Filings filings;
    private final TransparencyDatabase peer;
    private final int batch;
    private final Pauses pauses;
    private final Supplier<Instant> businessTime;
    private final MeterRegistry metrics;

    /** @param batch how many are sent at once, at most */
    public FileStatements(
            Database database,
            Filings filings,
            TransparencyDatabase peer,
            int batch,
            Pauses pauses,
            Supplier<Instant> businessTime,
            MeterRegistry metrics) {
        this.database = database;
        this.filings = filings;
        this.peer = peer;
        this.batch = batch;
        this.pauses = pauses;
        this.businessTime = businessTime;
        this.metrics = metrics;
    }

    /** Sends one batch; true when there may be more and the database is well. */
    public Future<Boolean> round() {
        return database.inTransaction(tx -> filings.claim(tx, batch, LEASE)).compose(claimed -> {
            List<Claimed> unsure = claimed.stream().filter(Claimed::unsure).toList();
            List<Claimed> fresh = claimed.stream()
                    .filter(one -> !one.unsure())
                    .sorted(Comparator.comparing(Claimed::puid))
                    .toList();
            return probe(unsure).compose(probed -> withoutReversed(joined(probed.absent(), fresh))
                    .compose(this::send)
                    .map(well -> well && probed.whole() && claimed.size() == batch));
        });
    }

    private static List<Claimed> joined(List<Claimed> some, List<Claimed> others) {
        List<Claimed> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * What came of asking for some.
     *
     * @param absent those that are not there
     * @param whole whether all could be asked for; the rest is left for later
     */
    private record Probed(List<Claimed> absent, boolean whole) {}

    private Future<Probed> probe(List<Claimed> unsure) {
        return probe(unsure, 0, new ArrayList<>());
    }

    private Future<Probed> probe(List<Claimed> unsure, int at, List<Claimed> absent) {
        if (at == unsure.size()) {
            return Future.succeededFuture(new Probed(absent, true));
        }
        Claimed one = unsure.get(at);
        return peer.existing(one.puid()).compose(existing -> {
            if (existing instanceof Existing.Unknown unknown) {
                List<Claimed> rest = unsure.subList(at, unsure.size());
                return postpone(rest, true, unknown.why()).map(new Probed(absent, false));
            }
            Future<Void> settled = Future.succeededFuture();
            if (existing instanceof Existing.There there) {
                settled = filed(Map.of(one.puid(), there.uuid()));
            } else {
                absent.add(one);
            }
            return settled.compose(done -> probe(unsure, at + 1, absent));
        });
    }

    /**
     * A decision that was overturned and is not in the database has no place there. One that may be there is asked for
     * again and again before that is believed, because the search lags.
     */
    private Future<List<Claimed>> withoutReversed(List<Claimed> claimed) {
        List<Claimed> reversed = claimed.stream().filter(Claimed::reversed).toList();
        List<Claimed> perhapsThere = reversed.stream()
                .filter(one -> one.unsure() && one.attempts() < BELIEVED_ABSENT_AFTER)
                .toList();
        Future<Void> all = postpone(perhapsThere, true, "overturned, and perhaps there");
        for (Claimed one : reversed) {
            if (!perhapsThere.contains(one)) {
                all = all.compose(done -> refused(one, List.of(REVERSED)));
            }
        }
        return all.map(claimed.stream().filter(one -> !one.reversed()).toList());
    }

    private Future<Boolean> send(List<Claimed> items) {
        if (items.isEmpty()) {
            return Future.succeededFuture(true);
        }
        List<TransparencyDatabase.Item> sent = items.stream()
                .map(one -> new TransparencyDatabase.Item(one.puid(), one.payload()))
                .toList();
        return peer.file(sent).compose(answer -> {
            if (answer instanceof FilingAnswer.Taken taken) {
                return taken(items, taken.uuids());
            }
            if (answer instanceof FilingAnswer.Rejected rejected) {
                return rejected(items, rejected);
            }
            if (answer instanceof FilingAnswer.Busy busy) {
                return apply(filings.postponed(items, false, busy.pause())).map(false);
            }
            if (answer instanceof FilingAnswer.Closed closed) {
                LOG.atError().addKeyValue("why", closed.why()).log("the transparency database does not let us in");
                return apply(filings.postponed(items, false, pauses.longest())).map(false);
            }
            return postpone(items, true, ((FilingAnswer.Unknown) answer).why()).map(false);
        });
    }

    private Future<Boolean> taken(List<Claimed> items, Map<String, String> uuids) {
        Map<String, String> ours = new LinkedHashMap<>();
        List<Claimed> unnamed = new ArrayList<>();
        for (Claimed one : items) {
            if (uuids.containsKey(one.puid())) {
                ours.put(one.puid(), uuids.get(one.puid()));
            } else {
                unnamed.add(one);
            }
        }
        return filed(ours)
                .compose(done -> postpone(unnamed, true, "taken, but not named"))
                .map(unnamed.isEmpty());
    }

    private Future<Boolean> rejected(List<Claimed> items, FilingAnswer.Rejected rejected) {
        if (rejected.unexplained()) {
            return unexplained(items, rejected.message());
        }
        Future<Void> refusals = Future.succeededFuture();
        List<Claimed> known = new ArrayList<>();
        List<Claimed> rest = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            Claimed one = items.get(at);
            List<FormatProblem> problems = rejected.problems().getOrDefault(at, List.of());
            if (rejected.known().contains(one.puid())) {
                known.add(one);
            } else if (!problems.isEmpty()) {
                refusals = refusals.compose(done -> refused(one, problems));
            } else {
                rest.add(one);
            }
        }
        boolean moved = rest.size() < items.size();
        return refusals.compose(done -> probe(known))
                .compose(unseen -> postpone(unseen.absent(), true, "it has the puid, but does not show it yet"))
                .compose(done -> moved ? send(rest) : unexplained(items, rejected.message()));
    }

    /** Refused as a whole, and nobody knows which one is meant: halved until it shows. */
    private Future<Boolean> unexplained(List<Claimed> items, String message) {
        if (items.size() == 1) {
            return refused(items.get(0), List.of(new FormatProblem(WHOLE, message)))
                    .map(true);
        }
        int half = items.size() / 2;
        return send(items.subList(0, half))
                .compose(well -> send(items.subList(half, items.size())).map(alsoWell -> well && alsoWell));
    }

    private Future<Void> filed(Map<String, String> uuids) {
        if (uuids.isEmpty()) {
            return Future.succeededFuture();
        }
        count("FILED", uuids.values());
        return apply(filings.filed(uuids, businessTime.get()));
    }

    private Future<Void> refused(Claimed one, List<FormatProblem> problems) {
        count("REFUSED", List.of(one));
        return apply(filings.refused(one, problems));
    }

    private Future<Void> postpone(List<Claimed> claimed, boolean unsure, String why) {
        if (claimed.isEmpty()) {
            return Future.succeededFuture();
        }
        LOG.atWarn()
                .addKeyValue("statements", claimed.size())
                .addKeyValue("why", why)
                .log("statements wait for the transparency database");
        int attempts = claimed.stream().mapToInt(Claimed::attempts).max().orElse(1);
        return apply(filings.postponed(claimed, unsure, pauses.after(attempts)));
    }

    private Future<Void> apply(Write write) {
        return database.inTransaction(tx -> tx.apply(write));
    }

    private void count(String state, Collection<?> statements) {
        metrics.counter("redress.transparency.statements", "state", state).increment(statements.size());
    }
}
