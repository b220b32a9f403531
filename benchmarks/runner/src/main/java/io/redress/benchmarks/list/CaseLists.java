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

    private static final String COLUMNS = "case_id, kind, status, merchant_id, shop_id, penalty_id, advocate_id,"
            + " adjudicator_id, own_motion, opened_at, version";

    private static final String PREFIX = "cas_0190a8c1-0000-7000-a000-";

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

    /** A page from anywhere in the list of the submitted ones, by the key. */
    String keyset() {
        return place("k", count - SUBMITTED_OF * (PAGE + 1)) + "SELECT " + COLUMNS + " FROM case_file WHERE status = '"
                + STATUS + "' AND case_id > '" + PREFIX + "' || lpad(CAST(:k AS text), 12, '0') ORDER BY case_id LIMIT "
                + (PAGE + 1) + ";\n";
    }

    /** A page from anywhere among the tagged ones, by the key. */
    String search() {
        return place("k", count - TAGGED_OF * (PAGE + 1))
                + "SELECT c.case_id, c.kind, c.status, c.merchant_id, c.shop_id,"
                + " c.penalty_id, c.advocate_id, c.adjudicator_id, c.own_motion, c.opened_at, c.version FROM case_tag t"
                + " JOIN case_file c USING (case_id) WHERE (t.tag, t.case_id) > ('" + TAG + "', '" + PREFIX
                + "' || lpad(CAST(:k AS text), 12, '0')) AND t.tag <= '" + TAG + "' ORDER BY t.tag, t.case_id LIMIT "
                + (PAGE + 1) + ";\n";
    }

    /** The same by the number of rows before it, with the number of all. */
    String offset() {
        return place("o", submitted() - PAGE - 1) + "SELECT " + COLUMNS + " FROM case_file WHERE status = '" + STATUS
                + "' ORDER BY case_id OFFSET :o LIMIT " + PAGE + ";\nSELECT count(*) FROM case_file WHERE status = '"
                + STATUS + "';\n";
    }

    /** A page from anywhere in the queue, the most urgent first, by the key. */
    String queue() {
        return place("k", count - SUBMITTED_OF * (PAGE + 1)) + "SELECT i.case_id, c.kind, c.status, c.merchant_id,"
                + " c.shop_id, i.queue_id, i.phase, i.priority, i.entered_at, i.due_at, i.taken_by, i.snoozed_until,"
                + " i.rule_id, i.moved, i.lease_holder, i.lease_until FROM queue_item i JOIN case_file c USING (case_id)"
                + " WHERE i.queue_id = '" + QUEUE + "' AND i.phase <> 'ENDED' AND i.taken_by IS NULL"
                + " AND (i.lease_until IS NULL OR i.lease_until <= now()) AND (i.priority, i.due_at, i.case_id) >"
                + " (CAST(1 + :k % 3 AS smallint), timestamptz '20180201T000000Z' + :k * interval '1 minute', '')"
                + " ORDER BY i.priority, i.due_at, i.case_id LIMIT " + (PAGE + 1) + ";\n";
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
