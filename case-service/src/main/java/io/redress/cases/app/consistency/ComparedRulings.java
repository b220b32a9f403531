package io.redress.cases.app.consistency;

import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.consistency.ComparableRulings;
import io.redress.cases.domain.consistency.ComparedDraft;
import io.redress.cases.domain.consistency.Decided;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Where drafts are kept with what they were put beside; what is written never changes. */
public interface ComparedRulings {

    /** How the figures of a report are put together. */
    enum By {
        SCOPE,
        ADJUDICATOR,
        SCOPE_AND_ADJUDICATOR
    }

    /**
     * What a report is about.
     *
     * @param until exclusive
     */
    record Asked(
            By by,
            Optional<CaseKind> kind,
            Optional<String> scope,
            Optional<String> adjudicatorId,
            Instant since,
            Instant until) {}

    /** The last line of a page; lines follow it in the order of kind, scope and adjudicator. */
    record Place(String kind, String scope, String adjudicatorId) {

        public static final Place FIRST = new Place("", "", "");
    }

    /**
     * A line of a report.
     *
     * @param kind empty where lines are of adjudicators
     * @param scope the clause or responding department; empty where lines are of adjudicators, or nobody answers
     * @param adjudicatorId empty where lines are of scopes
     * @param median of the shares, by nearest rank; they are empty where no decision has one
     * @param outside the usual band
     */
    record Line(
            String kind,
            String scope,
            String adjudicatorId,
            long decisions,
            SortedMap<RulingOutcome, Long> outcomes,
            Optional<Integer> lowest,
            Optional<Integer> median,
            Optional<Integer> highest,
            long outside) {}

    /**
     * How comparable items were decided by rulings that are final: their case is closed, and not reopened. Of very many
     * the newest.
     *
     * @param until inclusive
     */
    Future<Decided> comparable(Tx tx, ComparableRulings rulings, Instant since, Instant until);

    /** What was kept of a draft; empty for one that is older than that. */
    Future<Optional<ComparedDraft>> ofDraft(Tx tx, String draftId);

    /** Of rulings that are final, drafted in the period. */
    Future<List<Line>> report(Tx tx, Asked asked, Place after, int limit);

    Write insert(ComparedDraft draft);
}
