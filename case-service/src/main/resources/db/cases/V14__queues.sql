-- Queues, and the rules that say which case lies in which. The set that is in force is the highest version; version 0 holds
-- until one is set: one queue for everything. Times are business times, but those of leases.
CREATE TABLE routing (
    version          bigint   PRIMARY KEY,
    default_queue    text     NOT NULL,
    default_priority smallint NOT NULL CHECK (default_priority BETWEEN 1 AND 4)
);

CREATE TABLE work_queue (
    version       bigint  NOT NULL REFERENCES routing,
    queue_id      text    NOT NULL,
    position      integer NOT NULL,
    name_zh       text    NOT NULL,
    name_en       text    NOT NULL,
    restricted    boolean NOT NULL,
    lease_seconds bigint  NOT NULL CHECK (lease_seconds > 0),
    PRIMARY KEY (version, queue_id)
);
COMMENT ON COLUMN work_queue.restricted IS 'Those outside do not know of its cases.';

CREATE TABLE queue_member (
    version  bigint NOT NULL,
    queue_id text   NOT NULL,
    kind     text   NOT NULL CHECK (kind IN ('EMPLOYEE', 'DEPARTMENT', 'ROLE')),
    member   text   NOT NULL,
    PRIMARY KEY (version, queue_id, kind, member),
    FOREIGN KEY (version, queue_id) REFERENCES work_queue
);

CREATE TABLE routing_rule (
    version   bigint   NOT NULL,
    position  integer  NOT NULL,
    rule_id   text     NOT NULL,
    condition text     NOT NULL,
    queue_id  text     NOT NULL,
    priority  smallint NOT NULL CHECK (priority BETWEEN 1 AND 4),
    PRIMARY KEY (version, position),
    UNIQUE (version, rule_id),
    FOREIGN KEY (version, queue_id) REFERENCES work_queue
);
COMMENT ON COLUMN routing_rule.condition IS 'A CEL expression over the facts of a case.';

INSERT INTO routing (version, default_queue, default_priority) VALUES (0, 'cases', 3);
INSERT INTO work_queue (version, queue_id, position, name_zh, name_en, restricted, lease_seconds)
VALUES (0, 'cases', 1, '案件', 'Cases', false, 1800);
INSERT INTO queue_member (version, queue_id, kind, member)
VALUES (0, 'cases', 'ROLE', 'advocate'), (0, 'cases', 'ROLE', 'adjudicator');

-- Where each case lies that has not ended; one that ended in a restricted queue keeps its row, so that it stays hidden.
CREATE TABLE queue_item (
    case_id       text        PRIMARY KEY REFERENCES case_file,
    queue_id      text        NOT NULL,
    phase         text        NOT NULL CHECK (phase IN ('ADVOCACY', 'ADJUDICATION', 'EXECUTION', 'REVIEW', 'ENDED')),
    priority      smallint    NOT NULL CHECK (priority BETWEEN 1 AND 4),
    entered_at    timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    taken_by      text,
    snoozed_until timestamptz,
    lease_holder  text,
    lease_until   timestamptz,
    rule_id       text,
    routed_under  bigint      NOT NULL,
    moved         boolean     NOT NULL DEFAULT false,
    CHECK ((lease_holder IS NULL) = (lease_until IS NULL))
);
COMMENT ON COLUMN queue_item.due_at IS 'The next end of one of its clocks; the year 9999 while none is known.';
COMMENT ON COLUMN queue_item.taken_by IS 'Its advocate until the brief, its adjudicator until the ruling.';
COMMENT ON COLUMN queue_item.lease_until IS 'Machine time.';
COMMENT ON COLUMN queue_item.moved IS 'By hand, in this phase: rules leave it where it is.';
CREATE INDEX queue_item_order ON queue_item (queue_id, priority, due_at, case_id) WHERE phase <> 'ENDED';
CREATE INDEX queue_item_free ON queue_item (queue_id, priority, due_at, case_id) WHERE phase <> 'ENDED' AND taken_by IS NULL;
CREATE INDEX queue_item_taken ON queue_item (taken_by, queue_id, priority, due_at, case_id) WHERE phase <> 'ENDED';
CREATE INDEX queue_item_leased ON queue_item (lease_holder, queue_id, priority, due_at, case_id) WHERE phase <> 'ENDED';

INSERT INTO queue_item (case_id, queue_id, phase, priority, entered_at, due_at, taken_by, routed_under)
SELECT case_id, 'cases',
       CASE WHEN status IN ('OPEN', 'IN_ADVOCACY') THEN 'ADVOCACY'
            WHEN status IN ('SUBMITTED', 'IN_DELIBERATION', 'REPLY_WINDOW') THEN 'ADJUDICATION'
            WHEN status = 'REOPENED' THEN 'REVIEW' ELSE 'EXECUTION' END,
       3, opened_at, '9999-12-31T00:00:00Z',
       CASE WHEN status IN ('OPEN', 'IN_ADVOCACY') THEN advocate_id
            WHEN status IN ('IN_DELIBERATION', 'REPLY_WINDOW') THEN adjudicator_id END,
       0
FROM case_file WHERE status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE');

-- Whether somebody with these roles is a member of the queue as it is now.
CREATE FUNCTION in_queue(queue text, person text, held text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM queue_member m
        WHERE m.version = (SELECT max(version) FROM routing) AND m.queue_id = queue
          AND (m.kind = 'EMPLOYEE' AND m.member = person
               OR m.kind = 'ROLE' AND m.member = ANY (held)
               OR m.kind = 'DEPARTMENT' AND m.member = (
                   SELECT e.department FROM employee e
                   WHERE e.employee_id = person AND e.version = (SELECT max(version) FROM employee))))
$$;

-- The one place that says whom a restricted queue hides a case from, for everybody who is not of the merchant's side: from
-- all but the queue's members, the case's advocate and adjudicator, the responding department while it has to answer or
-- reply, and integrity.
CREATE FUNCTION hidden_from(asked text, person text, held text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM queue_item i
        JOIN work_queue q ON q.version = (SELECT max(version) FROM routing) AND q.queue_id = i.queue_id AND q.restricted
        JOIN case_file c ON c.case_id = i.case_id
        WHERE i.case_id = asked
          AND NOT held && ARRAY['integrity', 'machine']
          AND c.advocate_id IS DISTINCT FROM person AND c.adjudicator_id IS DISTINCT FROM person
          AND NOT in_queue(i.queue_id, person, held)
          AND NOT (held && ARRAY['respondent', 'enforcement'] AND c.status IN ('IN_DELIBERATION', 'REPLY_WINDOW')
                   AND EXISTS (SELECT 1 FROM employee e
                               WHERE e.employee_id = person AND e.version = (SELECT max(version) FROM employee)
                                 AND e.department = c.respondent_department)))
$$;
