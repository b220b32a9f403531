package io.redress.e2e.oracles;

import io.redress.e2e.oracles.BrokenTruthE2E.Break;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Ways to break what a suite keeps after story S4 was told, and what has to be found of each. */
final class BrokenTruths {

    private static final String A_BOOKED_CLAIM = """
            INSERT INTO refunds.account (id, kind, owner, currency, normal_side, balance_minor)
            VALUES ('acc_s', 'SUSPENSE', '', 'XTS', 'DEBIT', 450000), ('acc_m', 'MERCHANT', 'm-x', 'XTS', 'CREDIT', -450000);
            INSERT INTO refunds.claim (id, version, event_sequence, chain_head, kind, status, merchant_id, case_id, ruling_id,
                penalty_id, effect_id, amount_minor, currency, entry_id, decided_at)
            VALUES ('clm_x', 1, 1, '', 'PENALTY_REVERSAL', 'BOOKED', 'm-x', 'cas_x', 'rul_x', 'pen_x', 'eff_x', 450000, 'XTS',
                'ent_x', now());
            INSERT INTO refunds.ledger_entry VALUES ('ent_x', 'clm_x', 'XTS', now());
            INSERT INTO refunds.ledger_leg VALUES ('ent_x', 'acc_s', 'XTS', 450000), ('ent_x', 'acc_m', 'XTS', -450000);
            """;

    private final List<Break> all = new ArrayList<>();

    private BrokenTruths() {}

    static List<Break> all() {
        BrokenTruths truths = new BrokenTruths();
        truths.money();
        truths.points();
        truths.decisions();
        truths.chains();
        truths.notices();
        truths.delivery();
        truths.state();
        truths.tenancy();
        truths.deadlines();
        return List.copyOf(truths.all);
    }

    private void add(String what, Function<Connection, Oracle> oracle, String found, String sql) {
        all.add(new Break(what, oracle, found, sql));
    }

    private void money() {
        Function<Connection, Oracle> money = MoneyOracle::new;
        add("a claim that no ruling orders", money, "no line of a ruling.*clm_x 450000 XTS", A_BOOKED_CLAIM);
        add("a leg of one minor unit too much", money, "do not add up to zero: XTS 1", A_BOOKED_CLAIM + """
                UPDATE refunds.ledger_leg SET amount_minor = 450001 WHERE account_id = 'acc_s'""");
        add("an entry with one side", money, "no two sides.*ent_x 1 legs, sum 450000", A_BOOKED_CLAIM + """
                DELETE FROM refunds.ledger_leg WHERE account_id = 'acc_m'""");
        add("a balance that nobody booked", money, "acc_s 450007 instead of 450000", A_BOOKED_CLAIM + """
                UPDATE refunds.account SET balance_minor = 450007 WHERE id = 'acc_s'""");
        add("a claim booked twice", money, "not exactly one entry: clm_x 2", A_BOOKED_CLAIM + """
                INSERT INTO refunds.ledger_entry VALUES ('ent_y', 'clm_x', 'XTS', now());
                INSERT INTO refunds.ledger_leg VALUES
                    ('ent_y', 'acc_s', 'XTS', 450000), ('ent_y', 'acc_m', 'XTS', -450000)""");
        add(
                "money booked to somebody else",
                money,
                "not booked from suspense to its merchant.*clm_x",
                A_BOOKED_CLAIM + """
                UPDATE refunds.account SET owner = 'm-y' WHERE id = 'acc_m'""");
    }

    private void points() {
        Function<Connection, Oracle> points = BrokenTruthE2E::points;
        add(
                "48 points booked twice",
                points,
                "entries \\[48, -24, 48], the events say \\[48, -24]",
                pointEntry("points = 48", "'ent_x', shop_id, bucket, penalty_id, violation_id, kind, points"));
        add(
                "a reduction that was lost",
                points,
                "entries \\[48], the events say \\[48, -24]",
                "DELETE FROM penalties.point_entry WHERE kind = 'REDUCTION' AND points = -24");
        add("points of a violation that nobody booked", points, "carries 23 points, the events say 24", """
                UPDATE penalties.violation SET points = 23 WHERE points = 24""");
        add("an event that was lost from history", points, "entries \\[48, -24], the events say \\[48]", """
                DELETE FROM penalties.history WHERE event_type = 'PenaltyReduced'""");
        add("a credit that nobody earned", points, "crd_x: credited are 3 points, the events say 0", """
                INSERT INTO penalties.point_credit (id, shop_id, bucket, programme_id, verification_id, points, booked_at,
                    behind_booking)
                VALUES ('crd_x', 's-x', 'GENERAL', 'prg_x', 'ver_x', 3, now(), 0)""");
        add("a milestone whose credit was not booked", points, "ver_x is verified with 2 points, booked are 0", """
                INSERT INTO penalties.milestone_verification (id, enrolment_id, programme_id, milestone_id, verifier_id,
                    reference, achieved_at, verified_at, signature, credited)
                VALUES ('ver_x', 'enr_x', 'prg_x', 'course', 'academy', 'x', now(), now(), 'x', 2)""");
        add("a decision above its cap", points, "dec_.* carries .* points, its cap is 24", """
                UPDATE penalties.history SET envelope = replace(envelope, '"points":24', '"points":25')
                WHERE event_type = 'PenaltyInForce'""");
    }

    private void decisions() {
        add(
                "a penalty that begins a decision of its own",
                DecisionsOracle::new,
                "two decisions where there should be one: pen_x of dec_x is for acts from before pen_.* was delivered",
                """
                CREATE TEMPORARY TABLE more ON COMMIT DROP AS
                    SELECT * FROM penalties.penalty WHERE status NOT IN ('REVERSED', 'REPLACED')
                    ORDER BY id LIMIT 1;
                CREATE TEMPORARY TABLE acts ON COMMIT DROP AS
                    SELECT v.* FROM penalties.violation v JOIN more ON more.id = v.penalty_id;
                UPDATE more SET id = 'pen_x', decision_id = 'dec_x', booking = NULL, effective_at = NULL,
                    status = 'PROPOSED', proposed_at = proposed_at + interval '1 second';
                UPDATE acts SET id = 'vio_x' || ordinal, penalty_id = 'pen_x';
                INSERT INTO penalties.penalty SELECT * FROM more;
                INSERT INTO penalties.violation SELECT * FROM acts""");
    }

    private static String pointEntry(String which, String columns) {
        return "INSERT INTO penalties.point_entry (id, shop_id, bucket, penalty_id, violation_id, kind, points,"
                + " effective_at, known_at) SELECT " + columns + ", effective_at, known_at FROM penalties.point_entry"
                + " WHERE " + which + " ORDER BY position LIMIT 1";
    }

    private void chains() {
        Function<Connection, Oracle> chain = ChainOracle::new;
        add("a text that was edited", chain, "cases: a text does not fit its digest: cas_.* #1", """
                UPDATE cases.history SET envelope = replace(envelope, '"actor":"', '"actor":"x')
                WHERE event_type = 'CaseOpened'""");
        add("an event that was taken out", chain, "penalties: a number does not follow.*pen_.* #3 after #1", """
                DELETE FROM penalties.history WHERE subject LIKE 'pen\\_%' AND sequence = 2""");
        add("a link that was forged", chain, "notifications: a row does not link.*#1", """
                UPDATE notifications.history SET salt = 'x', digest = sha256('x' || convert_to(envelope, 'UTF8'))
                WHERE event_type = 'NoticeStored'""");
        add("a text of another subject", chain, "penalties: columns and text differ: shop-of-nobody #1", """
                UPDATE penalties.history SET subject = 'shop-of-nobody' WHERE ctid = (
                    SELECT ctid FROM penalties.history WHERE event_type = 'ShopRegistered' LIMIT 1)""");
    }

    private void notices() {
        Function<Connection, Oracle> notices = BrokenTruthE2E::notices;
        add("a notice that was never stored", notices, "nobody was told: RulingIssued evt_.* to MERCHANT m-", """
                DELETE FROM notifications.notice WHERE type = 'RulingIssued'""");
        add("an advocate who was not told", notices, "nobody was told: AdvocateAssigned evt_.* to ADVOCATE adv-", """
                DELETE FROM notifications.notice WHERE type = 'AdvocateAssigned' AND recipient_kind = 'EMPLOYEE'""");
        add("a notice stored twice", notices, "told twice: evt_.* to m-.*, 2 notices", """
                ALTER TABLE notifications.notice DROP CONSTRAINT notice_once_per_event_and_recipient;
                CREATE TEMPORARY TABLE twice ON COMMIT DROP AS
                    SELECT * FROM notifications.notice WHERE type = 'CaseOpened' AND recipient_kind = 'MERCHANT' LIMIT 1;
                UPDATE twice SET id = 'not_x';
                INSERT INTO notifications.notice SELECT * FROM twice""");
        add("a notice of an event that there is not", notices, "no event calls for: not_.* CaseOpened of evt_x", """
                UPDATE notifications.notice SET source_event_id = 'evt_x' WHERE type = 'CaseOpened'""");
        add("a notice to somebody whom it does not concern", notices, "no event calls for: not_.* to m-nobody", """
                UPDATE notifications.notice SET recipient_id = 'm-nobody' WHERE type = 'CaseClosed'""");
        add("a notice of another merchant", notices, "another merchant than its event: not_.* of m-nobody", """
                UPDATE notifications.notice SET merchant_id = 'm-nobody' WHERE type = 'CaseClosed'""");
    }

    private void delivery() {
        Function<Connection, Oracle> delivery = BrokenTruthE2E::delivery;
        add("an event that was never published", delivery, "s-x has 1 events, penalties.* holds them up to #0", """
                INSERT INTO penalties.history (subject, sequence, version, event_id, event_type, business_time, actor,
                    envelope, salt, digest, prev_hash, hash)
                SELECT 's-x', 1, 1, 'evt_x', event_type, business_time, actor, envelope, salt, digest, prev_hash, hash
                FROM penalties.history LIMIT 1""");
        add(
                "a topic that tells what was not committed",
                delivery,
                "cas_.* #\\d+ stands in cases.*, in no history",
                """
                DELETE FROM cases.history WHERE event_type = 'CaseClosed'""");
        add("an outbox row left", delivery, "refunds: not published: s-x #1", """
                INSERT INTO refunds.outbox (event_id, topic, key, subject, sequence, envelope)
                VALUES ('evt_x', 'refunds.events.v1', 's-x', 's-x', 1, '{}')""");
        add("an event that a consumer has not handled", delivery, "notifications has handled cas_.* up to #1 of", """
                UPDATE notifications.inbox SET sequence = 1 WHERE subject LIKE 'cas\\_%'""");
        add("an inbox row that was dropped", delivery, "cases has handled pen_.* up to #0 of", """
                DELETE FROM cases.inbox WHERE subject LIKE 'pen\\_%'""");
        add("an event handled that never stood in a topic", delivery, "refunds has handled cas_x #1, which never", """
                INSERT INTO refunds.inbox (topic, subject, sequence) VALUES ('cases.events.v1', 'cas_x', 1)""");
        add("an offset beyond the end", delivery, "penalties stands at 1000000 of \\d+ in cases.events.v1-0", """
                UPDATE penalties.consumer_offset SET next = 1000000 WHERE topic = 'cases.events.v1' AND partition = 0""");
        add("a parked event", delivery, "cases: parked: pen_x #2: because", """
                INSERT INTO cases.parked_event (topic, partition, record_offset, key, subject, sequence, envelope, reason,
                    deadline)
                VALUES ('penalties.events.v1', 0, 0, 's-x', 'pen_x', 2, '{}', 'because', now())""");
        add("an open dead letter", delivery, "cases: an open dead letter of penalties.events.v1 s-x: because", """
                INSERT INTO cases.dead_letter (topic, partition, record_offset, key, envelope, cause)
                VALUES ('penalties.events.v1', 0, -1, 's-x', '{}', 'because')""");
    }

    private void state() {
        Function<Connection, Oracle> status = StatusOracle::new;
        Function<Connection, Oracle> restoration = RestorationOracle::new;
        add("a penalty's status", status, "a penalty: pen_.* is REVERSED, its events say (IN_FORCE|SERVED)", """
                UPDATE penalties.penalty SET status = 'REVERSED' WHERE status IN ('IN_FORCE', 'SERVED')""");
        add("a penalty final by itself", status, "flag final: pen_.* final: false", """
                UPDATE penalties.penalty SET final = NOT final""");
        add("a measure's state", status, "a measure: mea_.* is IN_FORCE, its events say LIFTED", """
                UPDATE penalties.measure SET state = 'IN_FORCE', ended_at = NULL WHERE state = 'LIFTED'""");
        add("a case's status", status, "a case: cas_.* is EXECUTING, its events say CLOSED", """
                UPDATE cases.case_file SET status = 'EXECUTING', ended_at = NULL, ended_by = NULL
                WHERE status = 'CLOSED'""");
        add("a penalty that case-service has lost", status, "knows a penalty otherwise.*standing: \\?", """
                DELETE FROM cases.penalty_view""");
        add("a case closed too early", restoration, "closed case with a line.*eff_.* PENDING", """
                UPDATE cases.effect_line SET state = 'PENDING' WHERE kind = 'MEASURE'""");
        add("a case that does not close", restoration, "executes although each line is settled: cas_", """
                UPDATE cases.case_file SET status = 'EXECUTING', ended_at = NULL, ended_by = NULL
                WHERE status = 'CLOSED'""");
        add("a ruling that was not taken in", restoration, "has not taken in: eff_", """
                DELETE FROM penalties.applied_effect""");
        add("an effect that nobody ordered", restoration, "no ruling orders: eff_x", """
                INSERT INTO penalties.applied_effect (effect_id, case_id, ruling_id, kind, subject, target_points, received_at)
                VALUES ('eff_x', 'cas_x', 'rul_x', 'POINTS', 'pen_x', 0, now())""");
        add("an answer that got lost", restoration, "answer differ: eff_.* is APPLIED here, not answered there", """
                UPDATE penalties.applied_effect SET result = NULL, answered_at = NULL""");
        add("a confirmation that got lost", restoration, "last confirmation differ: eff_.* is PENDING, APPLIED", """
                UPDATE cases.effect_line SET owner = 'MARKETPLACE', state = 'PENDING' WHERE state = 'APPLIED'""");
        add("points that a ruling took and that are there", restoration, "leaves 24, there are 48", """
                UPDATE penalties.violation SET assessed = 48, points = 48 WHERE id IN (
                    SELECT violation_id FROM penalties.point_entry WHERE kind = 'REDUCTION')""");
        add("a reversal without a ruling", restoration, "reversed by no ruling, and not refused: pen_", """
                UPDATE penalties.penalty SET status = 'REVERSED'""");
        add("a measure that outlives its penalty", restoration, "that nothing justifies: mea_", """
                UPDATE penalties.penalty SET status = 'REVERSED';
                UPDATE penalties.measure SET state = 'IN_FORCE', ended_at = NULL, begun = true;
                DELETE FROM penalties.point_entry""");
        add("a measure that was to be lifted", restoration, "orders LIFTED, it is IN_FORCE", """
                UPDATE penalties.measure SET state = 'IN_FORCE', ended_at = NULL WHERE state = 'LIFTED'""");
        add("a fact that stays punished", restoration, "free although one stands.*lapsed: true", """
                UPDATE penalties.punished_object SET lapsed = true""");
        add("money that was ordered and not booked", restoration, "no such claim booked: eff_.* 450000 XTS", """
                UPDATE cases.effect_line SET kind = 'CLAIM', owner = 'REFUNDS', target_minor = 450000,
                    target_currency = 'XTS' WHERE kind = 'POINTS' AND state = 'APPLIED'""");
    }

    private void tenancy() {
        Function<Connection, Oracle> tenancy = TenancyOracle::new;
        add("an event that names another merchant", tenancy, "cases: an event names a shop.*said of m-nobody", """
                UPDATE cases.history SET envelope = jsonb_set(envelope::jsonb, '{data,merchantId}', '"m-nobody"')::text
                WHERE event_type = 'RulingIssued'""");
        add("a notice to another merchant", tenancy, "to another: not_.* to m-nobody", """
                UPDATE notifications.notice SET recipient_id = 'm-nobody', merchant_id = 'm-nobody'
                WHERE type = 'StatementIssued'""");
        add("a case of another merchant", tenancy, "a case of another merchant than its penalty: cas_", """
                UPDATE cases.case_file SET merchant_id = 'm-nobody'""");
        add(
                "a claim of another merchant",
                tenancy,
                "a claim of another merchant than its penalty: clm_x",
                A_BOOKED_CLAIM + """
                UPDATE refunds.claim SET penalty_id = (SELECT min(id) FROM penalties.penalty)""");
    }

    private void deadlines() {
        Function<Connection, Oracle> deadlines = BrokenTruthE2E::deadlines;
        add("a penalty final before its window closed", deadlines, "final before its window closed.*pen_", """
                DELETE FROM cases.history WHERE event_type IN ('RulingIssued', 'AppealWindowClosed')""");
        add("a penalty final an hour before the ruling", deadlines, "final before its window closed.*pen_", """
                UPDATE penalties.history SET business_time = business_time - interval '1 hour'
                WHERE event_type = 'PenaltyFinal'""");
        add("a clock whose end nobody has seen", deadlines, "the time of a clock is up and it runs on: cas_", """
                UPDATE cases.clock_run SET state = 'RUNNING', due_at = '2018-01-01T00:00:00Z', lapsed_at = NULL,
                    ended_at = NULL, elapsed_micros = NULL, settled_at = NULL""");
        add("a deadline that was missed", deadlines, "cases: a deadline was missed: X of pen_x due at", """
                INSERT INTO cases.deadline (kind, subject, due_at) VALUES ('X', 'pen_x', '2018-01-01T00:00:00Z')""");
        add(
                "a window whose end was struck off",
                deadlines,
                "a window is over and not closed: pen_.* until 2018-01-01",
                """
                UPDATE cases.appeal_window SET closed = false, stopped_at = NULL, statement_id = 'sta_x',
                    issued_at = '2017-12-01T00:00:00Z', delivered_at = '2017-12-18T00:00:00Z',
                    closes_at = '2018-01-01T12:00:00Z'""");
        add(
                "a delivery that was never deemed",
                deadlines,
                "a statement is not deemed delivered: pen_.* issued at",
                """
                UPDATE cases.appeal_window SET closed = false, stopped_at = NULL, delivered_at = NULL, closes_at = NULL,
                    bounced_at = NULL, statement_id = 'sta_x', issued_at = '2017-12-01T00:00:00Z', deemed_seconds = 259200""");
        add("a measure that is not ended", deadlines, "a measure is over and not served: mea_.* until 2018-01-01", """
                UPDATE penalties.measure SET state = 'IN_FORCE', begun = true, ended_at = NULL,
                    ends_at = '2018-01-01T12:00:00Z'""");
        add("an announcement that nobody ends", deadlines, "neither in force nor held: pen_.* until 2018-01-01", """
                UPDATE penalties.penalty SET status = 'ANNOUNCED', announced_until = '2018-01-01T12:00:00Z'""");
        add(
                "a request to reopen whose lapse nobody was told of",
                deadlines,
                "a request to reopen is late and nobody was told: rrq_x due at 2018-01-01",
                """
                INSERT INTO cases.reopening_request (request_id, case_id, position, ground, reasons_zh, reasons_en, evidence_kinds,
                    evidence_references, sender, requested_by, requested_at, due_at)
                SELECT 'rrq_x', min(case_id), 99, 'PROCEDURE', 'x', 'x', '{}', '{}', 'MERCHANT', 'x', '2017-12-25T12:00:00Z',
                    '2018-01-01T12:00:00Z' FROM cases.case_file""");
        add("a window that closed and had no effect", deadlines, "its penalty is not final: pen_", """
                UPDATE cases.appeal_window SET closed = true, stopped_at = NULL, delivered_at = now(), closes_at = now(),
                    statement_id = 'sta_x', issued_at = now();
                UPDATE penalties.penalty SET final = false""");
    }
}
