package io.redress.benchmarks.list;

import io.redress.benchmarks.suite.BenchPostgres;

/**
 * Case files as case-service keeps them, made in the database itself: there are too many to be opened one by one. What a
 * list does not read, the penalties and what is said in the cases, is not there; keys between tables are not checked
 * while they are made.
 *
 * @param count of cases; a tenth of them is submitted, and waits to be claimed
 */
record CaseLists(int count) {

    static final String STATUS = "SUBMITTED";
    static final String QUEUE = "cases";
    static final String TAG = "surge";
    static final int PAGE = 50;
    static final int SUBMITTED_OF = 10;
    static final int TAGGED_OF = 20;

    /** Cases of one merchant. */
    private static final int OF_EACH = 50;

    /** Prime, so that every place has its turn and neighbours do not follow each other. */
    private static final long STRIDE = 7_368_787;

    private static final String COLUMNS = "c.case_id, c.kind, c.status, c.merchant_id, c.shop_id, c.penalty_id,"
            + " c.advocate_id, c.adjudicator_id, c.own_motion, c.opened_at, c.version";

    private static final String PREFIX = "cas_0190a8c1-0000-7000-a000-";
    private static final String KEY = "'" + PREFIX + "' || lpad(CAST(:k AS text), 12, '0')";
    private static final String PAGE_AT = " OFFSET :o LIMIT " + PAGE + ";\n";

    /** Cases that wait to be claimed. */
    int submitted() {
        return count / SUBMITTED_OF;
    }

    /** Cases that have not ended, and lie in the one queue there is. */
    int queued() {
        return 3 * count / SUBMITTED_OF;
    }

    /** Cases that staff have tagged. */
    int tagged() {
        return count / TAGGED_OF;
    }

    int merchants() {
        return count / OF_EACH;
    }

    String merchant(int number) {
        return "m-" + number * STRIDE % merchants();
    }

    /**
     * A page from anywhere in a list, as pgbench asks for it.
     *
     * @param keyset by the key
     * @param offset by the number of rows before it, with the number of all
     */
    record Raw(String keyset, String offset) {}

    /** Of those that wait to be claimed. */
    Raw waiting() {
        String rows = "case_file c WHERE c.status = '" + STATUS + "'";
        return new Raw(
                behind(SUBMITTED_OF) + "SELECT " + COLUMNS + " FROM " + rows + " AND c.case_id > " + KEY
                        + " ORDER BY c.case_id" + more(),
                at(submitted()) + "SELECT " + COLUMNS + " FROM " + rows + " ORDER BY c.case_id" + PAGE_AT
                        + counted(rows));
    }

    /** Of the tagged ones. */
    Raw search() {
        String rows = "case_tag t JOIN case_file c USING (case_id) WHERE t.tag ";
        return new Raw(
                behind(TAGGED_OF) + "SELECT " + COLUMNS + " FROM " + rows + "<= '" + TAG
                        + "' AND (t.tag, t.case_id) > ('" + TAG + "', " + KEY + ") ORDER BY t.tag, t.case_id" + more(),
                at(tagged()) + "SELECT " + COLUMNS + " FROM " + rows + "= '" + TAG + "' ORDER BY t.case_id" + PAGE_AT
                        + counted("case_tag t WHERE t.tag = '" + TAG + "'"));
    }

    /** Of what anybody could take of the queue, the most urgent first. */
    Raw queue() {
        String free = " WHERE i.queue_id = '" + QUEUE + "' AND i.phase <> 'ENDED' AND i.taken_by IS NULL"
                + " AND (i.lease_until IS NULL OR i.lease_until <= now())";
        String items = "SELECT i.case_id, c.kind, c.status, c.merchant_id, c.shop_id, i.queue_id, i.phase, i.priority,"
                + " i.entered_at, i.due_at, i.taken_by, i.snoozed_until, i.rule_id, i.moved, i.lease_holder,"
                + " i.lease_until FROM queue_item i JOIN case_file c USING (case_id)" + free;
        String order = " ORDER BY i.priority, i.due_at, i.case_id";
        return new Raw(
                behind(SUBMITTED_OF) + items + " AND (i.priority, i.due_at, i.case_id) >"
                        + " (CAST(1 + :k % 3 AS smallint), timestamptz '20180201T000000Z' + :k * interval '1 minute', '')"
                        + order + more(),
                at(queued()) + items + order + PAGE_AT + counted("queue_item i" + free));
    }

    /** Sets {@code k}, the number of a case, so that behind it there is a page of those of which there is one in so many. */
    private String behind(int oneIn) {
        return place("k", count - oneIn * (PAGE + 1));
    }

    /** Sets {@code o}, a number of rows, so that behind them there is a page. */
    private static String at(int rows) {
        return place("o", rows - PAGE - 1);
    }

    private static String more() {
        return " LIMIT " + (PAGE + 1) + ";\n";
    }

    private static String counted(String rows) {
        return "SELECT count(*) FROM " + rows + ";\n";
    }

    private static String place(String variable, int places) {
        return "\\set n :n + 1\n\\set " + variable + " ((:base + :client_id * :per_client + :n) * " + STRIDE + ") % "
                + places + "\n";
    }

    void prepare(BenchPostgres postgres) {
        postgres.execute("SET search_path = cases, ext");
        postgres.execute("SET session_replication_role = replica");
        postgres.execute("INSERT INTO case_file (case_id, kind, penalty_id, merchant_id, shop_id, language, status,"
                + " opened_by, own_motion, opened_at, advocate_id, respondent_department, counted, ended_by, ended_at,"
                + " version, event_sequence, chain_head, opened_as) SELECT '" + PREFIX
                + "' || lpad(n::text, 12, '0'), 'PENALTY_APPEAL', 'pen_0190a8c1-0000-7000-a000-' || lpad(n::text, 12, '0'),"
                + " 'm-' || n % " + merchants() + ", 's-' || n % " + merchants() + ", 'zh',"
                + " CASE n % " + SUBMITTED_OF + " WHEN 0 THEN '" + STATUS + "' WHEN 1 THEN 'IN_ADVOCACY'"
                + " WHEN 2 THEN 'IN_DELIBERATION' ELSE 'CLOSED' END, 'user', false, timestamptz '2018-01-01T00:00Z'"
                + " + n * interval '1 minute', 'adv-' || n % 64, 'enforcement', n % " + SUBMITTED_OF + " <> 1,"
                + " CASE WHEN n % " + SUBMITTED_OF + " > 2 THEN 'case-service' END, CASE WHEN n % " + SUBMITTED_OF
                + " > 2 THEN timestamptz '2019-01-01T00:00Z' END, 4, 4, decode(repeat('00', 32), 'hex'), 'OWNER'"
                + " FROM generate_series(0, " + (count - 1) + ") AS n");
        postgres.execute("INSERT INTO queue_item (case_id, queue_id, phase, priority, entered_at, due_at, routed_under)"
                + " SELECT '" + PREFIX + "' || lpad(n::text, 12, '0'), '" + QUEUE + "', CASE n % " + SUBMITTED_OF
                + " WHEN 1 THEN 'ADVOCACY' ELSE 'ADJUDICATION' END, 1 + n % 4, timestamptz '2018-01-01T00:00Z',"
                + " timestamptz '2018-02-01T00:00Z' + n * interval '1 minute', 0 FROM generate_series(0, " + (count - 1)
                + ") AS n WHERE n % " + SUBMITTED_OF + " < 3");
        postgres.execute("INSERT INTO case_tag (case_id, tag, by, at) SELECT '" + PREFIX
                + "' || lpad(n::text, 12, '0'), '" + TAG + "', 'ops-1', timestamptz '2018-02-01T00:00Z'"
                + " FROM generate_series(0, " + (count - 1) + ", " + TAGGED_OF + ") AS n");
        postgres.execute("RESET session_replication_role");
        postgres.execute("VACUUM ANALYZE");
        postgres.execute("CHECKPOINT");
    }
}
