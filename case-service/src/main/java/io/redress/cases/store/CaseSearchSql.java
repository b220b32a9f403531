package io.redress.cases.store;

import io.redress.cases.app.search.CaseFilter;
import io.redress.cases.app.search.CaseOrder;
import io.redress.cases.app.search.CasePosition;
import io.redress.cases.app.search.StaffFilter;
import io.redress.cases.domain.CaseKind;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statement of one list of cases, made of the conditions that were asked for and of no others, so that each has the
 * index that fits it. What callers send is always an argument; only names of this class and of enums are text, and how many
 * rows are asked for, which is a whole number. With those in it, and with arguments that no plan looks at, a plan for any
 * arguments is as cheap as one for these, and Postgres keeps it: to plan such a statement takes longer than to run it.
 *
 * <p>Where cases are asked for by status, or by something that most cases have, each status is gone along by itself in the
 * order of ids and the heads are merged: no more rows are read than statuses times the page, however many cases have ended.
 * That a status is one value is not said by an equality, so that no plan can do without the index that begins with it.
 */
final class CaseSearchSql {

    /** Above everything that begins with an id, in the order of any collation. */
    private static final String LAST = "z".repeat(64);

    private static final int THINGS = 20;

    private static final String OF_PENALTY = """
            c.case_id IN (SELECT x.case_id FROM case_file x WHERE x.penalty_id = %1$s AND (x.status <> 'WITHDRAWN' OR x.counted)
                UNION ALL SELECT x.case_id FROM case_file x WHERE x.penalty_id = %1$s AND x.status = 'WITHDRAWN' AND NOT x.counted)""";

    /** A penalty, a merchant or a shop is one of the first {@link #THINGS} whose id begins so. */
    private static final String BEGINS_WITH = """
            (c.case_id = ANY (ARRAY(%1$s))
             OR c.case_id = ANY (ARRAY(SELECT x.case_id FROM (%2$s) p CROSS JOIN LATERAL (
                    SELECT y.case_id FROM case_file y WHERE y.penalty_id = p.id AND (y.status <> 'WITHDRAWN' OR y.counted)
                    UNION ALL SELECT y.case_id FROM case_file y WHERE y.penalty_id = p.id AND y.status = 'WITHDRAWN' AND NOT y.counted) x))
             OR c.merchant_id = ANY (ARRAY(%3$s))
             OR c.shop_id = ANY (ARRAY(%4$s)))""";

    /** Found first, by the indexes of what they begin with, and put in order then. */
    private static final String FOUND = "(SELECT * FROM case_file c WHERE %s OFFSET 0) c";

    /** Found once for a list, not for each of its rows. */
    private static final String RESTRICTED = """
            ARRAY(SELECT w.queue_id FROM work_queue w WHERE w.restricted AND w.version = (SELECT max(version) FROM routing))""";

    /**
     * Only a case in a restricted queue is hidden from anybody; that is asked first, because it is asked of every row. The
     * offset has it looked up for the row: without one a plan reads whole queues before the first row, to have them at hand.
     */
    private static final String SEEN = """
            NOT (cardinality(%1$s) > 0
                 AND EXISTS (SELECT 1 FROM queue_item i WHERE i.case_id = c.case_id AND i.queue_id = ANY (%1$s) OFFSET 0)
                 AND hidden_from(c.case_id, %2$s, %3$s))""";

    private final List<Object> arguments = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private String cases = "case_file c";
    private Optional<Along> along = Optional.empty();
    private String text = "";

    private CaseSearchSql() {}

    /** An index of cases that have something in common, by what it is and their ids. */
    private record Along(String table, String column, String asked) {

        String order() {
            return table + "." + column + ", " + table + ".case_id";
        }

        String behind(String caseId) {
            return "(" + order() + ") > (" + asked + ", " + caseId + ") AND " + table + "." + column + " <= " + asked;
        }
    }

    /**
     * @param limit rows at the most
     * @param now what is due by then is past due
     */
    static CaseSearchSql of(CaseFilter filter, int limit, Optional<CasePosition> after, Instant now) {
        CaseSearchSql statement = new CaseSearchSql();
        statement.conditions(filter);
        statement.text = switch (filter.order()) {
            case OPENED -> statement.opened(filter, limit, after);
            case OPENED_WITHIN -> statement.openedWithin(filter, limit, after);
            case DUE -> statement.due(filter, limit, after, now);
        };
        return statement;
    }

    String text() {
        return text;
    }

    Tuple arguments() {
        return Columns.tuple(arguments.toArray());
    }

    private void conditions(CaseFilter filter) {
        StaffFilter staff = filter.staff();
        filter.merchantId().ifPresent(id -> conditions.add("c.merchant_id = " + unseen(id, "text")));
        filter.penaltyId().ifPresent(id -> conditions.add(OF_PENALTY.formatted(argument(id))));
        staff.kind().ifPresent(kind -> conditions.add("c.kind = '" + kind.name() + "'"));
        staff.advocateId().ifPresent(id -> conditions.add("c.advocate_id = " + unseen(id, "text")));
        staff.adjudicatorId().ifPresent(id -> conditions.add("c.adjudicator_id = " + unseen(id, "text")));
        staff.department().ifPresent(id -> conditions.add("c.respondent_department = " + unseen(id, "text")));
        staff.tag().ifPresent(tag -> by("t", "tag", tag, filter));
        staff.clauseId().ifPresent(id -> by("l", "clause_id", id, filter));
        staff.openedFrom().ifPresent(at -> conditions.add("c.opened_at >= " + unseen(Columns.time(at), "timestamptz")));
        staff.openedTo().ifPresent(at -> conditions.add("c.opened_at < " + unseen(Columns.time(at), "timestamptz")));
        staff.idPrefix().ifPresent(prefix -> cases = FOUND.formatted(beginsWith(prefix)));
        staff.queue().ifPresent(id -> {
            conditions.add("q.phase <> 'ENDED'");
            by("q", "queue_id", id, filter);
        });
        filter.viewer()
                .ifPresent(who -> conditions.add(SEEN.formatted(
                        RESTRICTED,
                        argument(who.employee()),
                        argument(who.roles().toArray(String[]::new)))));
    }

    /**
     * The cases that have this. In their order of opening the list goes along the first such index: said as an equation,
     * it would be read for each case there is, where a plan is made that does not know how few have it.
     */
    private void by(String table, String column, String value, CaseFilter filter) {
        String asked = unseen(value, "text");
        if (along.isEmpty() && filter.order() == CaseOrder.OPENED) {
            along = Optional.of(new Along(table, column, asked));
        } else {
            conditions.add(table + "." + column + " = " + asked);
        }
    }

    private String opened(CaseFilter filter, int limit, Optional<CasePosition> after) {
        String behind = unseen(after.map(CasePosition::caseId).orElse(""), "text");
        if (!byStatus(filter)) {
            conditions.add(along.map(index -> index.behind(behind)).orElse("c.case_id > " + behind));
            status(filter);
            return select("", from(filter)) + " ORDER BY "
                    + along.map(Along::order).orElse("c.case_id") + " LIMIT " + limit;
        }
        conditions.add("(c.status, c.case_id) > (s.status, " + behind + ") AND c.status <= s.status");
        return "SELECT " + CaseSummaryRows.COLUMNS + " FROM (VALUES " + statuses(filter, "('%s')")
                + ") AS s (status) CROSS JOIN LATERAL (" + select("", from(filter))
                + " ORDER BY c.status, c.case_id LIMIT " + limit + ") c ORDER BY c.case_id LIMIT " + limit;
    }

    private String openedWithin(CaseFilter filter, int limit, Optional<CasePosition> after) {
        status(filter);
        after.ifPresent(behind -> conditions.add(
                "(c.opened_at, c.case_id) > (" + unseen(Columns.time(behind.at().orElseThrow()), "timestamptz") + ", "
                        + unseen(behind.caseId(), "text") + ")"));
        return select("", from(filter)) + " ORDER BY c.opened_at, c.case_id LIMIT " + limit;
    }

    private String due(CaseFilter filter, int limit, Optional<CasePosition> after, Instant now) {
        status(filter);
        conditions.add("d.due_at IS NOT NULL");
        if (filter.staff().pastDue()) {
            conditions.add("d.due_at <= " + unseen(Columns.time(now), "timestamptz"));
        }
        after.ifPresent(behind -> conditions.add(
                "(d.due_at, d.case_id) > (" + unseen(Columns.time(behind.at().orElseThrow()), "timestamptz") + ", "
                        + unseen(behind.caseId(), "text") + ")"));
        return select(", d.due_at", from(filter) + " JOIN case_clocks d ON d.case_id = c.case_id")
                + " ORDER BY d.due_at, d.case_id LIMIT " + limit;
    }

    /** Whether to go along each status by itself: not where something else leaves few cases. */
    private static boolean byStatus(CaseFilter filter) {
        StaffFilter staff = filter.staff();
        boolean few = filter.merchantId().isPresent()
                || filter.penaltyId().isPresent()
                || staff.tag().isPresent()
                || staff.clauseId().isPresent()
                || staff.queue().isPresent()
                || staff.idPrefix().isPresent();
        boolean some = staff.advocateId().isPresent()
                || staff.adjudicatorId().isPresent()
                || staff.department().isPresent()
                || staff.kind().filter(kind -> kind != CaseKind.PENALTY_APPEAL).isPresent();
        return !few && (some || !filter.anyStatus());
    }

    private void status(CaseFilter filter) {
        if (!filter.anyStatus()) {
            conditions.add("c.status IN (" + statuses(filter, "'%s'") + ")");
        }
    }

    private static String statuses(CaseFilter filter, String form) {
        return filter.statuses().stream()
                .map(Enum::name)
                .sorted()
                .map(form::formatted)
                .collect(Collectors.joining(", "));
    }

    private String from(CaseFilter filter) {
        String tag = filter.staff().tag().isPresent() ? " JOIN case_tag t ON t.case_id = c.case_id" : "";
        String clause = filter.staff().clauseId().isPresent() ? " JOIN case_clause l ON l.case_id = c.case_id" : "";
        String queue = filter.staff().queue().isPresent() ? " JOIN queue_item q ON q.case_id = c.case_id" : "";
        return cases + tag + clause + queue;
    }

    private String select(String further, String from) {
        return "SELECT " + CaseSummaryRows.COLUMNS + further + " FROM " + from
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    private String beginsWith(String prefix) {
        String from = argument(prefix);
        String to = argument(prefix + LAST);
        return BEGINS_WITH.formatted(
                first("case_file", "case_id", from, to),
                first("penalty_view", "penalty_id", from, to),
                first("merchant_view", "merchant_id", from, to),
                first("shop_view", "shop_id", from, to));
    }

    private static String first(String table, String column, String from, String to) {
        return "SELECT %2$s AS id FROM %1$s WHERE %2$s >= %3$s AND %2$s <= %4$s AND starts_with(%2$s, %3$s) ORDER BY %2$s LIMIT %5$d"
                .formatted(table, column, from, to, THINGS);
    }

    /** An argument that no plan is made for: it is known when the statement runs, not before. */
    private String unseen(Object value, String type) {
        return "(SELECT " + argument(value) + "::" + type + ")";
    }

    private String argument(Object value) {
        arguments.add(value);
        return "$" + arguments.size();
    }
}
