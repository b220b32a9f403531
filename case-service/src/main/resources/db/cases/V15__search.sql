-- Finding cases: by what they are about, by who has a part in them and by when they are due; what staff note on them.
-- Times are business times.

-- Lists go along these in the order in which cases were opened, one status at a time, so that a page costs the same
-- however many cases there are and however many of them have ended.
CREATE INDEX case_file_search_department ON case_file (respondent_department, status, case_id);
CREATE INDEX case_file_search_advocate ON case_file (advocate_id, status, case_id) WHERE advocate_id IS NOT NULL;
CREATE INDEX case_file_search_adjudicator ON case_file (adjudicator_id, status, case_id) WHERE adjudicator_id IS NOT NULL;
CREATE INDEX case_file_search_kind ON case_file (kind, status, case_id) WHERE kind <> 'PENALTY_APPEAL';
CREATE INDEX case_file_search_shop ON case_file (shop_id, case_id);
CREATE INDEX case_file_search_opened ON case_file (opened_at, case_id);
CREATE INDEX case_file_search_withdrawn ON case_file (penalty_id) WHERE status = 'WITHDRAWN' AND NOT counted;

CREATE INDEX queue_item_search ON queue_item (queue_id, case_id);

-- Kept with what is kept of a case's clocks, so it is as old as the last look at them.
ALTER TABLE case_clocks ADD COLUMN due_at timestamptz;
COMMENT ON COLUMN case_clocks.due_at IS 'When what the case waits for is, or was, to be done.';
CREATE INDEX case_clocks_due ON case_clocks (due_at, case_id) WHERE due_at IS NOT NULL;
UPDATE case_clocks k SET due_at = (
    SELECT min(coalesce(r.lapsed_at, r.due_at)) FROM clock_run r
    WHERE r.case_id = k.case_id AND r.ended_at IS NULL AND r.state IN ('RUNNING', 'LAPSED'));

CREATE TABLE case_clause (
    clause_id text NOT NULL,
    case_id   text NOT NULL REFERENCES case_file,
    PRIMARY KEY (clause_id, case_id)
);
COMMENT ON TABLE case_clause IS 'The clauses of the penalty that a case appeals against; written with the first look at its clocks.';
INSERT INTO case_clause (clause_id, case_id)
SELECT DISTINCT v.clause_id, c.case_id FROM case_file c
JOIN penalty_violation v ON v.penalty_id = c.penalty_id JOIN case_clocks k ON k.case_id = c.case_id;

CREATE TABLE case_tag (
    case_id text        NOT NULL REFERENCES case_file,
    tag     text        NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
    by      text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (case_id, tag)
);
CREATE INDEX case_tag_search ON case_tag (tag, case_id);

CREATE TABLE case_tag_log (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id  text        NOT NULL REFERENCES case_file,
    tag      text        NOT NULL,
    act      text        NOT NULL CHECK (act IN ('ADDED', 'REMOVED')),
    by       text        NOT NULL,
    at       timestamptz NOT NULL
);
COMMENT ON TABLE case_tag_log IS 'Who tagged a case, and who took a tag away; append-only.';
REVOKE UPDATE, DELETE ON case_tag_log FROM ${app_role};
CREATE INDEX case_tag_log_case ON case_tag_log (case_id, sequence);

CREATE TABLE case_note (
    note_id text        PRIMARY KEY CHECK (note_id LIKE 'nte\_%'),
    case_id text        NOT NULL REFERENCES case_file,
    side    text        NOT NULL CHECK (side IN ('ADVOCACY', 'ADJUDICATION', 'DEPARTMENT')),
    by      text        NOT NULL,
    at      timestamptz NOT NULL,
    text    text        NOT NULL
);
COMMENT ON TABLE case_note IS 'What a side of a case notes for itself; append-only, told to nobody else but integrity.';
REVOKE UPDATE, DELETE ON case_note FROM ${app_role};
CREATE TRIGGER case_note_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_note
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE INDEX case_note_case ON case_note (case_id, side, note_id);

-- What somebody asks for again and again. A view that is shared is seen by the owner's department.
CREATE TABLE saved_view (
    owner          text        NOT NULL,
    view_id        text        NOT NULL,
    name_zh        text,
    name_en        text,
    shared         boolean     NOT NULL,
    merchant_id    text,
    penalty_id     text,
    status         text,
    open_only      boolean     NOT NULL,
    kind           text,
    tag            text,
    advocate_id    text,
    adjudicator_id text,
    department     text,
    clause_id      text,
    queue_id       text,
    opened_from    timestamptz,
    opened_to      timestamptz,
    past_due       boolean     NOT NULL,
    id_prefix      text,
    by_due         boolean     NOT NULL,
    changed_at     timestamptz NOT NULL,
    version        bigint      NOT NULL CHECK (version > 0),
    PRIMARY KEY (owner, view_id),
    CHECK (name_zh IS NOT NULL OR name_en IS NOT NULL)
);

-- Somebody has laid a case aside until a date. One row for each who has; it stays when the time is over.
CREATE TABLE case_snooze (
    case_id        text        NOT NULL REFERENCES case_file,
    person         text        NOT NULL,
    until_at       timestamptz NOT NULL,
    reason         text        NOT NULL,
    since          timestamptz NOT NULL,
    ended_at       timestamptz,
    ended          text CHECK (ended IN ('DUE', 'STEP', 'BY_HAND')),
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence >= 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32),
    PRIMARY KEY (case_id, person),
    CHECK ((ended_at IS NULL) = (ended IS NULL))
);

CREATE TABLE case_snooze_log (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id  text        NOT NULL REFERENCES case_file,
    person   text        NOT NULL,
    act      text        NOT NULL CHECK (act IN ('SNOOZED', 'DUE', 'STEP', 'BY_HAND')),
    until_at timestamptz NOT NULL,
    reason   text        NOT NULL,
    at       timestamptz NOT NULL
);
COMMENT ON TABLE case_snooze_log IS 'Who laid which case aside, and when it came back; append-only.';
REVOKE UPDATE, DELETE ON case_snooze_log FROM ${app_role};
CREATE INDEX case_snooze_log_case ON case_snooze_log (case_id, sequence);
